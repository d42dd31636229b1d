// Who asks: a token, kept in this tab only.

import { h } from "./dom.js";
import { entries, isObject } from "./openapi.js";

const key = "docs.token";
let token = read();

function read() {
  try { return sessionStorage.getItem(key) ?? ""; } catch { return ""; }
}

/** Keeps a token for this tab; an empty one is forgotten. A sign-in would call this. */
export function setToken(text) {
  token = text.trim();
  try {
    if (token) sessionStorage.setItem(key, token);
    else sessionStorage.removeItem(key);
  } catch { /* a browser that keeps nothing */ }
  dispatchEvent(new Event("docs-token"));
}

/** The header that carries the token, as the document's security schemes have it; null without a token. */
export function authorization(api) {
  if (!token) return null;
  for (const [, reference] of entries(api.root.components?.securitySchemes)) {
    const scheme = api.resolve(reference);
    if (!isObject(scheme)) continue;
    if (scheme.type === "apiKey" && scheme.in === "header" && scheme.name) return [String(scheme.name), token];
    if (scheme.type === "http") break;
  }
  return ["Authorization", /^(Bearer|Basic) /i.test(token) ? token : `Bearer ${token}`];
}

/** Fills the place at the top of the page. */
export function showAuthorization(details) {
  const input = h("input", { type: "password", id: "docs-token", autocomplete: "off", spellcheck: "false" });
  const summary = h("summary", {});
  const say = () => {
    input.value = token;
    summary.replaceChildren(token ? "Token set" : "Authorization");
  };
  const form = h("form", {
    onsubmit: (event) => {
      event.preventDefault();
      setToken(input.value);
      details.open = false;
      summary.focus();
    },
  },
    h("label", { for: "docs-token" }, "Token for the Authorization header"), input,
    h("p", { class: "hint" }, "Sent as “Bearer …” with the calls of this page. Kept in this tab only, until it is closed."),
    h("p", {}, h("button", { type: "submit" }, "Use it"), " ",
      h("button", { type: "button", class: "quiet", onclick: () => setToken("") }, "Forget it")));
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    details.open = false;
    summary.focus();
  });
  details.append(summary, h("div", { class: "sheet" }, form, h("div", { id: "docs-sign-in" })));
  addEventListener("docs-token", say);
  say();
}
