// The document: what the page reads of OpenAPI 3.1, with references followed.

const methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/** An error whose message is for the person who reads the page. */
export class DocumentError extends Error {}

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
export const list = (value) => Array.isArray(value) ? value : [];
export const entries = (value) => isObject(value) ? Object.entries(value) : [];

/** Asks the server for its document. */
export async function load(url) {
  let response, root;
  try {
    response = await fetch(url, { cache: "no-cache" });
  } catch {
    throw new DocumentError("The server cannot be reached. Is it running?");
  }
  if (!response.ok) {
    throw new DocumentError(`The server answered ${response.status} when it was asked for its document, ${url}.`);
  }
  try {
    root = await response.json();
  } catch (error) {
    throw new DocumentError(`The document ${url} is not JSON: ${error.message}`);
  }
  return new API(root);
}

export class API {
  constructor(root) {
    if (!isObject(root) || typeof root.openapi !== "string" || !root.openapi.startsWith("3.")) {
      throw new DocumentError("The document is no OpenAPI document of version 3: it does not say “openapi”: “3.…”.");
    }
    this.root = root;
    this.info = isObject(root.info) ? root.info : {};
    this.title = String(this.info.title || "API");
    this.problems = new Set();
    this.operations = this.readOperations();
    this.tags = this.readTags();
    this.check(root, 0);
  }

  /** Follows `$ref` as far as it leads; what stands beside it wins. Always an object. */
  resolve(node) {
    let found = node;
    for (let hops = 0; isObject(found) && typeof found.$ref === "string"; hops++) {
      const { $ref, ...beside } = found;
      const target = hops < 20 ? this.at($ref) : undefined;
      if (target === undefined) return { ...beside, description: `(${$ref} is not in the document)` };
      found = isObject(target) ? { ...target, ...beside } : beside;
    }
    return isObject(found) ? found : {};
  }

  /** The value that a reference names, such as `#/components/schemas/Post`. */
  at(reference) {
    if (!reference.startsWith("#/")) return undefined;
    let node = this.root;
    for (const part of reference.slice(2).split("/")) {
      let name = part;
      try { name = decodeURIComponent(part); } catch { /* a percent sign that is just that */ }
      name = name.replaceAll("~1", "/").replaceAll("~0", "~");
      if (typeof node !== "object" || node === null || !Object.hasOwn(node, name)) return undefined;
      node = node[name];
    }
    return node;
  }

  /** The last piece of a reference: the name of a schema. */
  nameOf(node) {
    return isObject(node) && typeof node.$ref === "string" ? node.$ref.split("/").pop() : undefined;
  }

  /** Where calls go: always this server, below the path that the document names. */
  get base() {
    try {
      const url = new URL(list(this.root.servers)[0]?.url ?? "/", location.origin);
      return location.origin + url.pathname.replace(/\/+$/, "");
    } catch {
      return location.origin;
    }
  }

  readOperations() {
    const taken = new Set();
    const operations = [];
    for (const [path, reference] of entries(this.root.paths)) {
      const item = this.resolve(reference);
      for (const method of methods) {
        if (!isObject(item[method])) continue;
        const given = item[method];
        let id = String(given.operationId || `${method} ${path}`);
        if (taken.has(id)) {
          this.problems.add(`Two operations are called ${id}.`);
          id = `${id} (${method} ${path})`;
        }
        taken.add(id);
        operations.push({
          ...given, id, method: method.toUpperCase(), path,
          tag: String(list(given.tags)[0] ?? "Other"),
          summary: typeof given.summary === "string" ? given.summary : "",
          parameters: this.parameters(item.parameters, given.parameters),
          body: given.requestBody ? this.resolve(given.requestBody) : null,
          responses: entries(given.responses).map(([status, answer]) => [status, this.resolve(answer)]),
        });
      }
    }
    return operations;
  }

  /** Those of the path, replaced by those of the operation. */
  parameters(...lists) {
    const found = new Map();
    for (const parameter of lists.flatMap(list).map((each) => this.resolve(each))) {
      if (isObject(parameter) && typeof parameter.name === "string") {
        found.set(`${parameter.in} ${parameter.name}`, { schema: {}, ...parameter });
      }
    }
    return [...found.values()];
  }

  /** The tags in their order: those that the document lists, then those that are only used. */
  readTags() {
    const tags = new Map();
    for (const tag of list(this.root.tags)) {
      if (isObject(tag)) tags.set(String(tag.name), { name: String(tag.name), description: tag.description, operations: [] });
    }
    for (const operation of this.operations) {
      if (!tags.has(operation.tag)) tags.set(operation.tag, { name: operation.tag, operations: [] });
      tags.get(operation.tag).operations.push(operation);
    }
    return [...tags.values()].filter((tag) => tag.operations.length);
  }

  /** Finds references that lead nowhere. */
  check(node, depth) {
    if (typeof node !== "object" || node === null || depth > 100) return;
    if (typeof node.$ref === "string" && this.at(node.$ref) === undefined) {
      this.problems.add(`${node.$ref} is referred to and not in the document.`);
    }
    for (const child of Object.values(node)) this.check(child, depth + 1);
  }
}
