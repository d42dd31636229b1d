// Places boxes in columns, so that lines lead from left to right, and no box covers another.

const gap = { column: 96, row: 32, thread: 14 };

/**
 * @param boxes `{name, width, height}`
 * @param lines `{from, to}`, names of boxes
 * @returns `{width, height, places, routes}`: a place `{x, y}` for each name, for each line its points and whether it was turned
 */
export function layout(boxes, lines) {
  const nodes = new Map(boxes.map((box) => [box.name, { ...box, before: [], after: [], rank: 0 }]));
  const edges = lines.map((line) => ({ a: nodes.get(line.from), b: nodes.get(line.to), isTurned: false }));
  const joined = edges.filter((edge) => edge.a !== edge.b);
  const linked = [...nodes.values()].filter((node) => joined.some((edge) => edge.a === node || edge.b === node));
  turnCircles(linked, joined);
  rank(linked, joined);
  const columns = thread(linked, joined);
  order(columns);
  const size = place(columns);
  const alone = placeAlone([...nodes.values()].filter((node) => !linked.includes(node)), size);
  return { ...alone, places: nodes, routes: routes(edges, columns) };
}

/** Turns the lines that would close a circle. */
function turnCircles(nodes, edges) {
  const state = new Map();
  const visit = (node) => {
    state.set(node, "open");
    for (const edge of edges) {
      if (edge.a !== node) continue;
      if (state.get(edge.b) === "open") {
        [edge.a, edge.b, edge.isTurned] = [edge.b, edge.a, !edge.isTurned];
      } else if (!state.has(edge.b)) {
        visit(edge.b);
      }
    }
    state.set(node, "done");
  };
  const arrivals = (node) => edges.filter((edge) => edge.b === node).length;
  for (const node of [...nodes].sort((one, other) => arrivals(one) - arrivals(other))) {
    if (!state.has(node)) visit(node);
  }
  for (const edge of edges) {
    edge.a.after.push(edge.b);
    edge.b.before.push(edge.a);
  }
}

/** Gives each box a column right of all that lead to it; a column that is full sends it on. */
function rank(nodes) {
  const area = nodes.reduce((sum, node) => sum + (node.height + gap.row) * (node.width + gap.column), 0);
  const limit = Math.max(Math.sqrt(area / 2), ...nodes.map((node) => node.height));
  const heights = [];
  const waiting = new Map(nodes.map((node) => [node, node.before.length]));
  const ready = nodes.filter((node) => !node.before.length);
  while (ready.length) {
    const node = ready.shift();
    while ((heights[node.rank] ?? 0) > 0 && heights[node.rank] + node.height > limit) node.rank += 1;
    heights[node.rank] = (heights[node.rank] ?? 0) + node.height + gap.row;
    for (const next of node.after) {
      next.rank = Math.max(next.rank, node.rank + 1);
      waiting.set(next, waiting.get(next) - 1);
      if (waiting.get(next) === 0) ready.push(next);
    }
  }
}

/** The columns; a line over several of them gets a place of its own in each that it passes. */
function thread(nodes, edges) {
  const columns = [];
  const put = (node) => (columns[node.rank] ??= []).push(node);
  for (const node of nodes) put(Object.assign(node, { left: [], right: [] }));
  for (const edge of edges) {
    edge.path = [edge.a];
    for (let rank = edge.a.rank + 1; rank < edge.b.rank; rank++) {
      const thread = { rank, width: 0, height: 0, left: [], right: [], isThread: true };
      put(thread);
      edge.path.push(thread);
    }
    edge.path.push(edge.b);
    for (let index = 1; index < edge.path.length; index++) {
      edge.path[index - 1].right.push(edge.path[index]);
      edge.path[index].left.push(edge.path[index - 1]);
    }
  }
  return Array.from(columns, (column) => column ?? []);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sorts each column by the neighbours to its left, then by those to its right, a few times. */
function order(columns) {
  const number = () => columns.forEach((column) => column.forEach((node, index) => { node.index = index / column.length; }));
  number();
  for (let sweep = 0; sweep < 8; sweep++) {
    const side = sweep % 2 ? "right" : "left";
    for (const column of sweep % 2 ? [...columns].reverse() : columns) {
      for (const node of column) node.wish = node[side].length ? mean(node[side].map((each) => each.index)) : node.index;
      column.sort((one, other) => one.wish - other.wish);
      column.forEach((node, index) => { node.index = index / column.length; });
    }
  }
}

const space = (above, below) => above.isThread || below.isThread ? gap.thread : gap.row;

/** Gives boxes their coordinates: near their neighbours, and never over another. */
function place(columns) {
  let x = 0;
  for (const column of columns) {
    const width = Math.max(0, ...column.map((node) => node.width));
    let y = 0;
    column.forEach((node, index) => {
      if (index) y += space(column[index - 1], node);
      Object.assign(node, { x, y, columnWidth: width });
      y += node.height;
    });
    x += width + gap.column;
  }
  const center = Math.max(0, ...columns.flat().map((node) => node.y + node.height)) / 2;
  for (let sweep = 0; sweep < 10; sweep++) {
    for (const column of sweep % 2 ? [...columns].reverse() : columns) settle(column, center);
  }
  const nodes = columns.flat();
  const top = Math.min(...nodes.map((node) => node.y));
  for (const node of nodes) node.y -= top;
  return { width: Math.max(0, x - gap.column), height: Math.max(0, ...nodes.map((node) => node.y + node.height)) };
}

/** Moves the boxes of a column as near to their neighbours as they can be without changing places. */
function settle(column, center) {
  const middle = (node) => node.y + node.height / 2;
  const blocks = [];
  let offset = 0;
  column.forEach((node, index) => {
    if (index) offset += column[index - 1].height + space(column[index - 1], node);
    const near = [...node.left, ...node.right];
    const wish = (near.length ? 0.95 * mean(near.map(middle)) + 0.05 * center : center) - node.height / 2 - offset;
    // Boxes that wish for the same place stand in a block, which goes where they wish on the average.
    let block = { wish, nodes: [[node, offset]] };
    while (blocks.length && blocks.at(-1).wish > block.wish) {
      const last = blocks.pop();
      const [many, few] = [last.nodes.length, block.nodes.length];
      block = { wish: (last.wish * many + block.wish * few) / (many + few), nodes: [...last.nodes, ...block.nodes] };
    }
    blocks.push(block);
  });
  for (const { wish, nodes } of blocks) for (const [node, below] of nodes) node.y = wish + below;
}

/** Puts the boxes without lines below the others, in rows. */
function placeAlone(nodes, size) {
  const widest = Math.max(size.width, 3 * (220 + gap.row), ...nodes.map((node) => node.width));
  let [x, y, rowHeight, width] = [0, size.height ? size.height + 2 * gap.row : 0, 0, size.width];
  for (const node of nodes) {
    if (x > 0 && x + node.width > widest) [x, y, rowHeight] = [0, y + rowHeight + gap.row, 0];
    Object.assign(node, { x, y });
    x += node.width + gap.row;
    width = Math.max(width, x - gap.row);
    rowHeight = Math.max(rowHeight, node.height);
  }
  return { width, height: nodes.length ? y + rowHeight : size.height };
}

/** The points of each line; where several meet at one side of a box, they are spread over it. */
function routes(edges, columns) {
  const middle = (node) => node.y + node.height / 2;
  for (const node of columns.flat().filter((each) => !each.isThread)) {
    for (const [side, end, beside] of [["out", 0, 1], ["in", -1, -2]]) {
      const meeting = edges.filter((edge) => edge.path?.at(end) === node);
      meeting.sort((one, other) => middle(one.path.at(beside)) - middle(other.path.at(beside)));
      meeting.forEach((edge, index) => {
        edge[side] = node.y + node.height * (index + 1) / (meeting.length + 1);
      });
    }
  }
  return edges.map((edge) => {
    if (edge.a === edge.b) return { isLoop: true, isTurned: false, points: loop(edge.a) };
    const points = [{ x: edge.a.x + edge.a.width, y: edge.out }];
    for (const thread of edge.path.slice(1, -1)) {
      points.push({ x: thread.x, y: thread.y }, { x: thread.x + thread.columnWidth, y: thread.y });
    }
    points.push({ x: edge.b.x, y: edge.in });
    return { isLoop: false, isTurned: edge.isTurned, points };
  });
}

function loop(node) {
  const x = node.x + node.width;
  return [{ x, y: node.y + 14 }, { x, y: node.y + Math.min(node.height - 8, 52) }];
}
