// What the server answered, for people.

import { copyButton, h } from "./dom.js";

const longest = 200_000;

/** How a call went: status, time and size. */
export function outcomeView({ status, words, time, size: count }) {
  const kind = status < 300 ? "good" : status < 400 ? "neutral" : "bad";
  return [h("strong", { class: `status ${kind}` }, `${status} ${words}`.trim()), ` ${Math.round(time)} ms · ${size(count)}`];
}

/** Headers and body of an answer. */
export function answerView(answer) {
  return [
    h("details", {}, h("summary", {}, `Headers (${answer.headers.length})`),
      h("table", {}, h("tbody", {}, answer.headers.map(([name, value]) =>
        h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value)))))),
    bodyView(answer),
  ];
}

function bodyView({ text, size: count }) {
  if (count === 0) return h("p", { class: "hint" }, "No body.");
  if (text === null) return h("p", { class: "hint" }, `${size(count)} that are no text.`);
  const shown = pretty(text);
  const rest = shown.length - longest;
  return [
    code(rest > 0 ? shown.slice(0, longest) : shown, () => text, "Body of the answer"),
    rest > 0 && h("p", { class: "hint" }, `${rest} more characters are not shown; Copy has them all.`),
  ];
}

/** A block of text that scrolls, with a button to copy it. */
export function code(shown, copied = () => shown, label = "Text") {
  return h("div", { class: "code" }, copyButton(copied),
    h("pre", { tabindex: 0, role: "group", "aria-label": label }, shown));
}

function size(bytes) {
  return bytes < 1000 ? `${bytes} bytes` : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** JSON with line breaks; every number and text stays as the server wrote it. */
export function pretty(text) {
  try { JSON.parse(text); } catch { return text; }
  const pieces = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let result = "";
  let depth = 0;
  const breakLine = () => `\n${"  ".repeat(depth)}`;
  for (const [index, piece] of pieces.entries()) {
    if (piece === "}" || piece === "]") {
      depth -= 1;
      result += ("{[".includes(pieces[index - 1]) ? "" : breakLine()) + piece;
    } else if (piece === "{" || piece === "[") {
      depth += 1;
      result += piece + ("}]".includes(pieces[index + 1]) ? "" : breakLine());
    } else {
      result += piece === "," ? `,${breakLine()}` : piece === ":" ? ": " : piece;
    }
  }
  return result;
}
