// Elements, made without HTML text: whatever comes from the document or the server stays text.

/** An element with attributes (`on…` are listeners; null and false are left out) and children. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for a picture. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...present(children));
  return element;
}

const present = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** Puts children in the place of those that an element has. */
export function replace(element, ...children) {
  element.replaceChildren(...present(children));
}

/** Something that unfolds; what is inside is made when it is first opened. */
export function fold(attributes, summary, build) {
  const details = h("details", attributes, h("summary", {}, summary));
  let isBuilt = false;
  const open = () => {
    if (isBuilt || !details.open) return;
    isBuilt = true;
    try {
      details.append(...present([build()]));
    } catch (error) {
      details.append(h("p", { class: "problem" }, `This part of the document cannot be shown: ${error.message}`));
    }
  };
  details.addEventListener("toggle", open);
  details.build = open;
  open();
  return details;
}

/** A text of the document: paragraphs, with `code` between backticks. */
export function prose(text) {
  if (typeof text !== "string" || !text.trim()) return [];
  return text.trim().split(/\n\s*\n/).map((paragraph) =>
    h("p", {}, paragraph.split(/`([^`]+)`/).map((part, index) => index % 2 ? h("code", {}, part) : part)));
}

/** A button that copies a text, and says so. */
export function copyButton(text) {
  const button = h("button", { type: "button", class: "quiet" }, "Copy");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed to copy";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  return button;
}
