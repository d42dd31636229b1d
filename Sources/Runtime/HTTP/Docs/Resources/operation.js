// One operation: what it takes, what it answers, and a form to try it.

import { code } from "./answer.js";
import { fold, h, prose } from "./dom.js";
import { entries, isObject } from "./openapi.js";
import { bodyTypes, examplesOf } from "./request.js";
import { example, row, schemaTree } from "./schema.js";
import { tryout } from "./tryout.js";

/** An operation that unfolds. */
export function operationView(api, operation) {
  const title = [
    h("span", { class: `method ${operation.method.toLowerCase()}` }, operation.method), " ",
    h("code", { class: "path" }, operation.path), " ",
    h("span", { class: "summary" }, operation.summary), " ",
    operation.deprecated === true && h("span", { class: "mark" }, "deprecated"),
  ];
  return fold({ class: "operation", "data-id": operation.id }, title, () => [
    h("div", { class: "columns" },
      h("div", {}, prose(operation.description), idLine(operation), parametersView(api, operation), bodyView(api, operation), answersView(api, operation)),
      tryout(api, operation)),
  ]);
}

function idLine(operation) {
  return h("p", { class: "hint" }, "Operation ", h("a", { href: hash(operation.id) }, operation.id));
}

/** The link to an operation of the page. */
export const hash = (id) => `#${encodeURIComponent(id)}`;

function parametersView(api, operation) {
  if (!operation.parameters.length) return null;
  const line = (parameter) => row(api, {
    name: parameter.name, schema: parameter.schema, required: parameter.required === true,
    note: parameter.in, description: parameter.description ?? "",
  });
  const more = operation.parameters.filter((parameter) => parameter.name.includes("["));
  const plain = operation.parameters.filter((parameter) => !more.includes(parameter));
  return h("section", {}, h("h4", {}, "Parameters"),
    h("ul", { class: "tree" }, plain.map(line)),
    more.length > 0 && fold({}, `More filters (${more.length})`, () => h("ul", { class: "tree" }, more.map(line))));
}

function bodyView(api, operation) {
  const types = bodyTypes(operation);
  if (!types.length) return null;
  return h("section", {}, h("h4", {}, "Body", operation.body.required !== true && h("span", { class: "hint" }, " may be left out")),
    prose(operation.body.description),
    types.map((type) => [h("p", { class: "hint" }, type), schemaTree(api, operation.body.content[type]?.schema ?? true)]));
}

function answersView(api, operation) {
  if (!operation.responses.length) return null;
  return h("section", {}, h("h4", {}, "Answers"), operation.responses.map(([status, answer]) => {
    const kind = status.startsWith("2") ? "good" : status.startsWith("3") ? "neutral" : "bad";
    const title = [h("span", { class: `status ${kind}` }, status), " ", String(answer.description ?? "")];
    return fold({ class: "answer-kind", open: kind === "good" && entries(answer.content).length > 0 }, title,
      () => answerKind(api, answer));
  }));
}

function answerKind(api, answer) {
  const parts = [];
  for (const [type, media] of entries(answer.content)) {
    const schema = media?.schema ?? true;
    const examples = examplesOf(api, media);
    if (!examples.length) examples.push(["Example", example(api, schema, "writeOnly")]);
    parts.push(h("p", { class: "hint" }, type), schemaTree(api, schema), examples.map(([name, value]) =>
      fold({}, name, () => code(typeof value === "string" ? value : JSON.stringify(value, null, 2), undefined, name))));
  }
  const headers = entries(answer.headers).map(([name, reference]) => {
    const header = api.resolve(reference);
    return row(api, { name, schema: header.schema ?? true, note: "header", description: header.description ?? "" });
  });
  if (headers.length) parts.push(h("ul", { class: "tree" }, headers));
  const links = entries(answer.links).map(([name, reference]) => linkView(api, name, api.resolve(reference)));
  if (links.length) parts.push(h("p", {}, "Leads to:"), h("ul", {}, links));
  return parts.length ? parts : h("p", { class: "hint" }, "No body.");
}

function linkView(api, name, link) {
  const isKnown = api.operations.some((operation) => operation.id === link.operationId);
  const parameters = isObject(link.parameters) ? Object.entries(link.parameters).map(([key, value]) => `${key} = ${value}`) : [];
  return h("li", {}, isKnown ? h("a", { href: hash(link.operationId) }, link.operationId) : name, " ",
    h("span", { class: "hint" }, parameters.join(", ")));
}
