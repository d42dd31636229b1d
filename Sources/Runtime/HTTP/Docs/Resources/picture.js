// The picture of the models: boxes with their attributes, lines with crow's feet; and the same in words.

import { h, svg } from "./dom.js";
import { layout } from "./layout.js";
import { associationWords, readLines } from "./models.js";
import { panAndZoom } from "./view.js";

const size = { width: 232, head: 30, row: 18, rows: 16 };

/** The picture with its buttons. `sections` are the names of models that the page has operations of. */
export function pictureView(models, sections) {
  const lines = readLines(models);
  const boxes = models.map((model) => ({ model, name: model.name, width: size.width, height: heightOf(model) }));
  const plan = layout(boxes, lines);
  const picture = svg("svg", { role: "group", "aria-label": "Models and their associations" },
    lines.map((line, index) => lineView(line, plan.routes[index])),
    boxes.map((box) => boxView(box, plan.places.get(box.name), sections)));
  mark(picture, lines);
  return [panAndZoom(picture, plan), inWords(models)];
}

const rowsOf = (model) => {
  const { attributes } = model;
  if (attributes.length <= size.rows) return attributes;
  return [...attributes.slice(0, size.rows - 1), { name: `and ${attributes.length - size.rows + 1} more`, type: "" }];
};
const heightOf = (model) => size.head + Math.max(1, rowsOf(model).length) * size.row + 8;
const short = (text, length) => text.length > length ? `${text.slice(0, length - 1)}…` : text;

function boxView({ model, width, height }, { x, y }, sections) {
  const content = [
    svg("title", {}, boxTitle(model)),
    svg("rect", { class: "box", width, height, rx: 6 }),
    svg("path", { class: "head", d: `M0 ${size.head} V6 a6 6 0 0 1 6 -6 H${width - 6} a6 6 0 0 1 6 6 V${size.head} Z` }),
    svg("text", { class: "model", x: 10, y: 20 }, short(model.name, 24)),
    model.name.length < 16 && svg("text", { class: "table", x: width - 10, y: 20 }, short(model.table, 14)),
    rowsOf(model).map((attribute, index) => rowView(attribute, width, size.head + (index + 1) * size.row)),
  ];
  const group = sections.has(model.name)
    ? svg("a", { href: `#${encodeURIComponent(`docs-model-${model.name}`)}` }, content) : svg("g", { tabindex: 0 }, content);
  group.classList.add("model-box");
  group.setAttribute("transform", `translate(${x} ${y})`);
  group.setAttribute("aria-label", boxTitle(model));
  group.dataset.model = model.name;
  return group;
}

function rowView(attribute, width, y) {
  const key = { primary: "PK", foreign: "FK", unique: "U" }[attribute.key];
  const name = String(attribute.name ?? "");
  const type = String(attribute.type ?? "");
  return [
    key && svg("text", { class: "key", x: 10, y }, key),
    svg("text", { class: attribute.key === "primary" ? "attribute primary" : "attribute", x: 34, y }, short(name, 18)),
    svg("text", { class: "kind", x: width - 10, y },
      short(type.split("(")[0], 12) + (attribute.nullable ? "?" : "")),
  ];
}

function boxTitle({ name, attributes, associations }) {
  return [`${name}: ${attributes.length} attributes`, ...associations.map(associationWords)].join("; ");
}

function lineView(line, { isLoop, isTurned, points }) {
  const ends = isTurned ? [...line.ends].reverse() : line.ends;
  const start = points[0];
  const end = points.at(-1);
  const group = svg("g", { class: "line" }, svg("title", {}, [...line.words].join("; ")),
    svg("path", { class: "grip", d: isLoop ? loopPath(points) : path(points) }),
    svg("path", { class: "stroke", d: isLoop ? loopPath(points) : path(points) }),
    endView(ends[0], start, 1), endView(ends[1], end, isLoop ? 1 : -1));
  return group;
}

function path([first, ...rest]) {
  let from = first;
  let text = `M${first.x} ${first.y}`;
  for (const to of rest) {
    const middle = (from.x + to.x) / 2;
    text += ` C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    from = to;
  }
  return text;
}

const loopPath = ([from, to]) => `M${from.x} ${from.y} C${from.x + 44} ${from.y} ${to.x + 44} ${to.y} ${to.x} ${to.y}`;

/** The end of a line: a crow's foot for many, a bar for one, a circle and a bar for at most one. */
function endView(kind, { x, y }, side) {
  if (kind === "many") return svg("path", { class: "end", d: `M${x} ${y - 7} L${x + side * 13} ${y} L${x} ${y + 7}` });
  const bar = svg("path", { class: "end", d: `M${x + side * 8} ${y - 6} V${y + 6}` });
  return kind === "one" ? bar : [bar, svg("circle", { class: "end hollow", cx: x + side * 14, cy: y, r: 4.5 })];
}

/** The lines of the box under the pointer, or with the focus, stand out. */
function mark(picture, lines) {
  const views = [...picture.querySelectorAll(".line")];
  const set = (name) => views.forEach((view, index) =>
    view.classList.toggle("near", name !== undefined && [lines[index].from, lines[index].to].includes(name)));
  for (const kind of ["pointerover", "focusin"]) {
    picture.addEventListener(kind, (event) => set(event.target.closest(".model-box")?.dataset.model));
  }
  for (const kind of ["pointerleave", "focusout"]) picture.addEventListener(kind, () => set());
}

function inWords(models) {
  return h("details", {}, h("summary", {}, "The same in words"), models.map((model) => [
    h("h4", {}, model.name, model.table && h("span", { class: "hint" }, ` table ${model.table}`)),
    h("p", {}, model.attributes.map(attributeWords).join(", ")),
    h("ul", {}, model.associations.map((association) => h("li", {}, associationWords(association)))),
  ]));
}

function attributeWords({ name, type, key, nullable }) {
  const marks = [type, key && `${key} key`.replace("unique key", "unique"), nullable && "may be null"].filter(Boolean);
  return `${name} (${marks.join(", ")})`;
}
