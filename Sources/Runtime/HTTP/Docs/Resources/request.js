// A request made of what stands in the form: the same for fetch and for curl.

import { authorization } from "./authorization.js";
import { isObject, list } from "./openapi.js";

/** An error that belongs to a parameter of the form. */
export class ParameterError extends Error {
  constructor(parameter, message) {
    super(message);
    this.parameter = parameter;
  }
}

/**
 * @param values what was typed, by parameter; an empty text is not sent
 * @param body the body's text, or null
 * @throws ParameterError
 */
export function makeRequest(api, operation, values, body) {
  const headers = [];
  const query = [];
  let path = operation.path;
  for (const parameter of operation.parameters) {
    const value = values.get(parameter) ?? "";
    if (parameter.in === "path") {
      path = path.replaceAll(`{${parameter.name}}`, () => pathPiece(parameter, value));
    } else if (value === "") {
      if (parameter.required) throw new ParameterError(parameter, `${parameter.name} is required`);
    } else if (parameter.in === "query") {
      query.push(...queryPieces(api, parameter, value));
    } else if (parameter.in === "header") {
      headers.push([parameter.name, value]);
    }
  }
  if (body !== null) headers.push(["Content-Type", body.type]);
  const search = query.length ? `?${query.join("&")}` : "";
  return { method: operation.method, url: api.base + path + search, headers, body: body?.text ?? null };
}

function pathPiece(parameter, value) {
  if (value === "") throw new ParameterError(parameter, `${parameter.name} is a piece of the path and cannot be left out`);
  if (value === "." || value === "..") throw new ParameterError(parameter, `${parameter.name}: a URL cannot say ${value}`);
  return encodeURIComponent(value);
}

function queryPieces(api, parameter, value) {
  const name = encodeURIComponent(parameter.name);
  const isList = isObject(parameter.schema) && api.resolve(parameter.schema).type === "array";
  if (!isList) return [`${name}=${encodeURIComponent(value)}`];
  const items = value.split(",").map((item) => encodeURIComponent(item.trim()));
  return parameter.explode === false ? [`${name}=${items.join(",")}`] : items.map((item) => `${name}=${item}`);
}

/** Sends a request; what comes back is text, or a count of bytes where it is none. */
export async function send(api, request) {
  const start = performance.now();
  const token = authorization(api);
  const response = await fetch(request.url, {
    method: request.method, headers: token ? [...request.headers, token] : request.headers,
    body: request.body ?? undefined, cache: "no-store", credentials: "same-origin",
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const time = performance.now() - start;
  let text = null;
  try { text = new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { /* no text */ }
  return {
    status: response.status, words: response.statusText, headers: [...response.headers], size: bytes.length, text, time,
  };
}

/** The line for a shell. The token is not in it: the shell's variable TOKEN stands for it. */
export function curl(api, request) {
  const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
  const token = authorization(api);
  return [
    `curl${request.method === "GET" ? "" : ` -X ${request.method}`} ${quoted(request.url)}`,
    ...request.headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(token ? [`-H "${token[0]}: ${token[1].startsWith("Bearer ") ? "Bearer " : ""}$TOKEN"`] : []),
    ...(request.body === null ? [] : [`--data-raw ${quoted(request.body)}`]),
  ].join(" \\\n  ");
}

/** The types of body that an operation takes, JSON first. */
export function bodyTypes(operation) {
  const types = Object.keys(isObject(operation.body?.content) ? operation.body.content : {});
  return types.sort((a, b) => Number(b.includes("json")) - Number(a.includes("json")));
}

/** The examples of a body or an answer, by name. */
export function examplesOf(api, media) {
  if (!isObject(media)) return [];
  if (media.example !== undefined) return [["Example", media.example]];
  return (isObject(media.examples) ? Object.entries(media.examples) : [])
    .map(([name, each]) => [name, api.resolve(each)])
    .filter(([, each]) => isObject(each) && each.value !== undefined)
    .map(([name, each]) => [each.summary || name, each.value]);
}
