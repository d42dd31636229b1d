// The form that sends a call to this server and shows what it answers.

import { answerView, outcomeView } from "./answer.js";
import { copyButton, h, replace } from "./dom.js";
import { isObject, list } from "./openapi.js";
import { bodyTypes, curl, examplesOf, makeRequest, ParameterError, send } from "./request.js";
import { example, rules, typeText } from "./schema.js";

/** The form of an operation. */
export function tryout(api, operation) {
  const fields = operation.parameters
    .filter((parameter) => ["path", "query", "header"].includes(parameter.in))
    .map((parameter) => field(api, operation, parameter));
  const body = bodyField(api, operation);
  const line = h("pre", { tabindex: 0, role: "group", "aria-label": "Line for curl" });
  const outcome = h("p", { role: "status" });
  const content = h("div");
  const answer = h("div", { class: "answer" }, outcome, content);
  const button = h("button", { type: "submit" }, "Send");

  const request = () => makeRequest(api, operation, new Map(fields.map((each) => [each.parameter, each.value])), body?.value ?? null);
  const showLine = () => {
    try { line.textContent = curl(api, request()); } catch (error) { line.textContent = `# ${error.message}`; }
  };
  const submit = async (event) => {
    event.preventDefault();
    for (const each of fields) each.say("");
    replace(outcome, "");
    replace(content);
    button.disabled = true;
    answer.setAttribute("aria-busy", "true");
    try {
      const given = await send(api, request());
      replace(outcome, outcomeView(given));
      replace(content, answerView(given));
    } catch (error) {
      const wrong = error instanceof ParameterError && fields.find((each) => each.parameter === error.parameter);
      if (wrong) wrong.say(error.message);
      else replace(outcome, h("span", { class: "problem" }, `No answer: ${error.message}. Is the server running?`));
    }
    answer.removeAttribute("aria-busy");
    button.disabled = false;
  };
  addEventListener("docs-token", showLine);
  showLine();

  const more = fields.filter((each) => each.parameter.name.includes("["));
  return h("form", { class: "tryout", novalidate: true, onsubmit: submit, oninput: showLine, onchange: showLine },
    h("h4", {}, "Try it"),
    h("div", { class: "fields" }, fields.filter((each) => !more.includes(each)).map((each) => each.element)),
    more.length > 0 && h("details", {}, h("summary", {}, `More filters (${more.length})`),
      h("div", { class: "fields" }, more.map((each) => each.element))),
    body?.element,
    h("p", {}, button),
    answer,
    h("details", {}, h("summary", {}, "As a line for curl"),
      h("div", { class: "code" }, copyButton(() => line.textContent), line)));
}

let count = 0;

/** The input of a parameter: a choice where there is one, else a text, so that wrong values can be tried too. */
function field(api, operation, parameter) {
  const schema = isObject(parameter.schema) ? api.resolve(parameter.schema) : {};
  const id = `docs-field-${count += 1}`;
  const choices = schema.type === "boolean" ? [true, false] : list(schema.enum);
  const start = parameter.example ?? (parameter.in === "path" ? example(api, parameter.schema, "readOnly") : "");
  const attributes = { id, name: id, "aria-describedby": `${id}-hint`, required: parameter.required === true };
  const input = choices.length
    ? h("select", attributes, h("option", { value: "" }, "—"),
      choices.map((choice) => h("option", { value: String(choice), selected: choice === start }, String(choice))))
    : h("input", { ...attributes, type: "text", value: String(start ?? ""), autocomplete: "off", spellcheck: "false" });
  const problem = h("span", { class: "problem", role: "alert" });
  const hint = [typeText(api, parameter.schema), ...rules(api, parameter.schema).filter(() => !choices.length)];
  return {
    parameter,
    get value() { return input.value; },
    say(message) {
      problem.textContent = message;
      input.setAttribute("aria-invalid", String(message !== ""));
      if (message) input.focus();
    },
    element: h("div", { class: "field" },
      h("label", { for: id }, parameter.name, parameter.required && h("span", { class: "mark required" }, "required")),
      input, h("span", { class: "hint", id: `${id}-hint` }, hint.join(" · ")), problem),
  };
}

/** The text of a body, begun with an example; null where the operation takes none. */
function bodyField(api, operation) {
  const types = bodyTypes(operation);
  if (!types.length) return null;
  const type = types[0];
  const media = operation.body.content[type];
  const given = examplesOf(api, media);
  if (!given.length) given.push(["Example", example(api, media?.schema, "readOnly")]);
  const text = (value) => typeof value === "string" && !type.includes("json") ? value : JSON.stringify(value, null, 2);

  const id = `docs-field-${count += 1}`;
  const problem = h("span", { class: "hint", role: "status" });
  const area = h("textarea", { id, spellcheck: "false", rows: Math.min(16, text(given[0][1]).split("\n").length + 1) });
  const check = () => {
    problem.textContent = "";
    if (!type.includes("json") || !area.value.trim()) return;
    try { JSON.parse(area.value); } catch (error) {
      problem.textContent = `This is no JSON (${error.message}); it is sent as it stands.`;
    }
  };
  const fill = (value) => {
    area.value = text(value);
    check();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  area.value = text(given[0][1]);
  area.addEventListener("input", check);
  const buttons = given.map(([name, value]) =>
    h("button", { type: "button", class: "quiet", onclick: () => fill(value) }, given.length > 1 ? name : "Example again"));
  return {
    get value() { return area.value === "" && !operation.body.required ? null : { type, text: area.value }; },
    element: h("div", { class: "field wide" }, h("label", { for: id }, `Body, ${type}`), area, problem, h("p", { class: "buttons" }, buttons)),
  };
}
