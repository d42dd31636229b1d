// JSON Schema for people: the type in words, the rules in words, a tree of members, an example.

import { fold, h, prose } from "./dom.js";
import { entries, isObject, list } from "./openapi.js";

/** The type of a value, such as `string (email)`, `list of Tag` or `integer or null`. */
export function typeText(api, schema, depth = 0) {
  if (schema === true || depth > 8) return "anything";
  if (schema === false) return "nothing";
  const shape = api.resolve(schema);
  const name = api.nameOf(schema);
  if (name) return name;
  const variants = list(shape.oneOf ?? shape.anyOf);
  if (variants.length) return unique(variants.map((each) => typeText(api, each, depth + 1))).join(" or ");
  if (list(shape.allOf).length === 1 && !shape.properties) return typeText(api, shape.allOf[0], depth + 1);
  if ("const" in shape) return JSON.stringify(shape.const);
  const types = typesOf(api, shape).map((type) => {
    if (type === "array") return `list of ${typeText(api, shape.items ?? true, depth + 1)}`;
    return shape.format && type !== "null" ? `${type} (${shape.format})` : type;
  });
  return types.join(" or ") || "anything";
}

function typesOf(api, shape) {
  if (Array.isArray(shape.type)) return shape.type.map(String);
  if (typeof shape.type === "string") return [shape.type];
  if (isObject(shape.properties) || list(shape.allOf).length) return ["object"];
  if (list(shape.enum).length) return unique(shape.enum.map((value) => value === null ? "null" : typeof value));
  return shape.items ? ["array"] : [];
}

const unique = (values) => [...new Set(values)];
const text = (value) => typeof value === "string" ? value || "an empty text" : JSON.stringify(value);

/** The rules of a value, each in a few words. */
export function rules(api, schema) {
  const shape = isObject(schema) ? api.resolve(schema) : {};
  const items = isObject(shape.items) ? api.resolve(shape.items) : {};
  return [
    list(shape.enum).length && `one of ${shape.enum.map(text).join(", ")}`,
    list(items.enum).length && `each one of ${items.enum.map(text).join(", ")}`,
    range(shape.minLength, shape.maxLength, "characters"),
    range(shape.minimum, shape.maximum, ""),
    shape.exclusiveMinimum !== undefined && `more than ${shape.exclusiveMinimum}`,
    shape.exclusiveMaximum !== undefined && `less than ${shape.exclusiveMaximum}`,
    shape.multipleOf !== undefined && `a multiple of ${shape.multipleOf}`,
    range(shape.minItems, shape.maxItems, "items"),
    range(shape.minProperties, shape.maxProperties, "members"),
    shape.uniqueItems === true && "no item twice",
    shape.pattern !== undefined && `matches ${shape.pattern}`,
    shape.default !== undefined && `${text(shape.default)} unless said`,
    shape.readOnly === true && "read only",
    shape.writeOnly === true && "write only",
    shape.deprecated === true && "deprecated",
  ].filter(Boolean);
}

function range(low, high, unit) {
  const words = low !== undefined && high !== undefined ? (low === high ? `exactly ${low}` : `${low} to ${high}`)
    : low !== undefined && (low !== 0 || !unit) ? `at least ${low}`
    : high !== undefined ? `at most ${high}` : "";
  return words && unit ? `${words} ${unit}` : words;
}

/** A schema as a tree that unfolds. */
export function schemaTree(api, schema) {
  const members = membersOf(api, schema);
  if (members.length) return h("ul", { class: "tree" }, members.map((member) => row(api, member)));
  return h("ul", { class: "tree" }, row(api, { schema, name: null }));
}

/** A line of a tree: name, type, rules and description, with what is below it folded away. */
export function row(api, { name, schema, required = false, note, description }) {
  const shape = isObject(schema) ? api.resolve(schema) : {};
  const line = [
    name !== null && h("code", { class: "name" }, name), " ",
    h("span", { class: "type" }, typeText(api, schema)), " ",
    note && h("span", { class: "mark" }, note), " ",
    required && h("span", { class: "mark required" }, "required"), " ",
    h("span", { class: "rules" }, rules(api, schema).join(" · ")),
  ];
  const below = membersOf(api, schema);
  const words = prose(description ?? shape.description);
  if (!below.length || name === null) return h("li", {}, line, words);
  return h("li", {}, fold({}, line, () => schemaTree(api, schema)), words);
}

/** What stands directly below a schema. */
function membersOf(api, schema, depth = 0) {
  if (!isObject(schema) || depth > 8) return [];
  const shape = api.resolve(schema);
  const required = new Set(list(shape.required));
  const members = entries(shape.properties).map(([name, each]) => ({ name, schema: each, required: required.has(name) }));
  for (const part of list(shape.allOf)) members.push(...membersOf(api, part, depth + 1));
  for (const part of list(shape.oneOf ?? shape.anyOf)) {
    const below = membersOf(api, part, depth + 1);
    if (below.length) members.push({ name: "either", schema: part });
  }
  if (isObject(shape.items)) members.push(...membersOf(api, shape.items, depth + 1));
  if (isObject(shape.additionalProperties)) members.push({ name: "any other name", schema: shape.additionalProperties });
  return members;
}

/** A value that fits a schema. `skip` is `readOnly` for what is sent, `writeOnly` for what is answered. */
export function example(api, schema, skip, depth = 0) {
  if (!isObject(schema)) return null;
  const shape = api.resolve(schema);
  for (const given of [shape.example, list(shape.examples)[0], shape.const, shape.default, list(shape.enum)[0]]) {
    if (given !== undefined) return given;
  }
  const variants = list(shape.oneOf ?? shape.anyOf);
  if (variants.length) return example(api, variants[0], skip, depth + 1);
  const type = typesOf(api, shape)[0];
  if (type === "object") return objectExample(api, shape, skip, depth);
  if (type === "array") return depth > 5 ? [] : [example(api, shape.items ?? {}, skip, depth + 1)];
  if (type === "integer" || type === "number") return shape.minimum ?? 1;
  if (type === "boolean") return true;
  return type === "string" ? textExample(shape) : null;
}

function objectExample(api, shape, skip, depth) {
  const members = [];
  if (depth > 5) return {};
  for (const part of list(shape.allOf)) members.push(...entries(example(api, part, skip, depth + 1)));
  for (const [name, schema] of entries(shape.properties)) {
    if (!isObject(schema) || api.resolve(schema)[skip] !== true) {
      members.push([name, example(api, schema, skip, depth + 1)]);
    }
  }
  return Object.fromEntries(members);
}

function textExample(shape) {
  const known = {
    "date-time": "2026-01-31T12:00:00Z", date: "2026-01-31", time: "12:00:00", email: "ada@example.com",
    uuid: "123e4567-e89b-12d3-a456-426614174000", uri: "https://example.com/",
  };
  if (Object.hasOwn(known, shape.format ?? "")) return known[shape.format];
  const length = Math.max(6, Math.min(shape.minLength ?? 0, 1000));
  return "string".repeat(Math.ceil(length / 6)).slice(0, Math.min(length, shape.maxLength ?? length));
}
