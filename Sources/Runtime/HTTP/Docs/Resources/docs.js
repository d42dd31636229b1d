// The page: reads the document, lists its operations by model, finds them by words and by links.

import { showAuthorization } from "./authorization.js";
import { fold, h, prose, replace } from "./dom.js";
import { DocumentError, load } from "./openapi.js";
import { hash, operationView } from "./operation.js";
import { readModels } from "./models.js";
import { pictureView } from "./picture.js";

const place = (id) => document.getElementById(`docs-${id}`);
const places = Object.fromEntries(
  ["title", "search", "authorization", "contents", "main", "status"].map((name) => [name, place(name)]));
const pageTitle = "API documentation";

/** What stands on the page of each operation: its view, its entry in the contents, the words to find it by. */
let shown = [];
let sections = [];

async function start() {
  try {
    const api = await load("openapi.json");
    show(api);
  } catch (error) {
    const words = error instanceof DocumentError ? error.message : `The document cannot be shown: ${error.message}`;
    replace(places.main, h("div", { class: "problem", role: "alert" },
      h("p", {}, words), h("button", { type: "button", onclick: () => location.reload() }, "Try again")));
    if (!(error instanceof DocumentError)) throw error;
  }
}

function show(api) {
  document.title = `${api.title} · ${pageTitle}`;
  replace(places.title, api.title, " ", h("small", {}, String(api.info.version ?? "")));
  showAuthorization(places.authorization);
  sections = api.tags.map((tag) => section(api, tag));
  shown = sections.flatMap((each) => each.operations);
  const models = readModels(api);
  const picture = models.length > 0 && fold({ class: "models", open: true }, h("h2", { id: "docs-models" }, "Models"),
    () => pictureView(models, new Set(api.tags.map((tag) => tag.name))));
  places.status.textContent = shown.length ? "" : "The document has no operations.";
  replace(places.main, prose(api.info.description), api.problems.size > 0 && mistakes(api), places.status,
    picture, sections.map((each) => each.element));
  places.contents.append(
    ...(picture ? [h("p", {}, h("a", { href: "#docs-models" }, "Models"))] : []), ...sections.map((each) => each.entry));
  places.contents.open = matchMedia("(min-width: 60rem)").matches;
  listen();
  goToHash();
}

function mistakes(api) {
  return h("details", { class: "problem" }, h("summary", {}, `The document has mistakes (${api.problems.size})`),
    h("ul", {}, [...api.problems].map((problem) => h("li", {}, problem))));
}

function section(api, tag) {
  const operations = tag.operations.map((operation) => {
    const view = operationView(api, operation);
    const entry = h("li", {}, h("a", { href: hash(operation.id) },
      h("span", { class: `method ${operation.method.toLowerCase()}` }, operation.method), " ",
      operation.summary || operation.path));
    const words = [operation.method, operation.path, operation.summary, operation.id, tag.name].join(" ").toLowerCase();
    return { id: operation.id, view, entry, words };
  });
  const name = tagId(tag.name);
  return {
    operations,
    element: h("section", { id: name, "aria-label": tag.name }, h("h2", {}, tag.name), prose(tag.description),
      operations.map((each) => each.view)),
    entry: h("section", {}, h("h3", {}, h("a", { href: hash(name) }, tag.name)), h("ul", {}, operations.map((each) => each.entry))),
  };
}

/** The id of a model's section. */
const tagId = (name) => `docs-model-${name}`;

function listen() {
  places.search.addEventListener("input", search);
  addEventListener("hashchange", goToHash);
  addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      places.search.focus();
    }
  });
  // A link to where the page is already leads there again.
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) goToHash();
  });
}

function search() {
  const words = places.search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { operations, element, entry } of sections) {
    let here = 0;
    for (const operation of operations) {
      const isFound = words.every((word) => operation.words.includes(word));
      operation.view.hidden = operation.entry.hidden = !isFound;
      if (isFound) here += 1;
    }
    element.hidden = entry.hidden = here === 0;
    count += here;
  }
  places.status.textContent = !words.length ? "" : count === 1 ? "1 operation found" : `${count} operations found`;
}

/** Opens what the address names: an operation, a model's section or the picture. */
function goToHash() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* as it stands */ }
  const operation = shown.find((each) => each.id === id);
  if (operation) {
    if (operation.view.hidden) {
      places.search.value = "";
      search();
    }
    operation.view.open = true;
    operation.view.build();
    operation.view.scrollIntoView();
    operation.view.querySelector("summary").focus({ preventScroll: true });
  } else if (id && !id.startsWith("docs-")) {
    places.status.textContent = `There is no operation ${id} here.`;
  } else if (id) {
    document.getElementById(id)?.scrollIntoView();
  }
}

start();
