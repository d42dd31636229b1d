// The models of the document, out of `x-models`, and the lines between them.

import { isObject, list } from "./openapi.js";

/** Models with `name`, `table`, `attributes` and `associations`. */
export function readModels(api) {
  return list(api.root["x-models"]).filter((model) => isObject(model) && model.name).map((model) => ({
    name: String(model.name), table: String(model.table ?? ""),
    attributes: list(model.attributes).filter(isObject), associations: list(model.associations).filter(isObject),
  }));
}

/**
 * The lines between models, each once, however many associations use it: `from` is the end that is referred to, `to`
 * the one that refers; `ends` say how many rows there are at each: `one`, `optional` or `many`.
 */
export function readLines(models) {
  const byName = new Map(models.map((model) => [model.name, model]));
  const lines = new Map();
  const line = (from, to, key, words) => {
    if (!byName.has(from) || !byName.has(to)) return {};
    const id = `${to}.${key}>${from}`;
    if (!lines.has(id)) {
      const column = byName.get(to).attributes.find((attribute) => attribute.name === key);
      const ends = [column?.nullable ? "optional" : "one", column?.key === "unique" ? "optional" : "many"];
      lines.set(id, { from, to, ends, words: new Set() });
    }
    lines.get(id).words.add(words);
    return lines.get(id);
  };
  for (const model of models) {
    for (const { name, kind, target, through, foreignKey, otherKey } of model.associations) {
      const words = `${model.name}.${name}: ${kind} ${target}${through ? ` through ${through}` : ""}`;
      if (kind === "belongsTo") line(target, model.name, foreignKey, words);
      else if (kind === "hasMany") line(model.name, target, foreignKey, words);
      else if (kind === "hasOne") {
        const made = line(model.name, target, foreignKey, words);
        if (made.ends) made.ends[1] = "optional";
      } else if (byName.has(through)) {
        line(model.name, through, foreignKey, words);
        if (otherKey) line(target, through, otherKey, words);
      } else {
        const made = line(...[model.name, target].sort(), [through, foreignKey, otherKey].sort().join(), words);
        if (made.ends) made.ends = ["many", "many"];
      }
    }
  }
  return [...lines.values()];
}

/** How many, in words. */
const manyWords = {
  belongsTo: "belongs to", hasOne: "has one", hasMany: "has many", belongsToMany: "belongs to many",
};

/** An association in words: `author belongs to User (userId)`. */
export function associationWords({ name, kind, target, through, foreignKey }) {
  const by = through ? `through ${through}` : foreignKey;
  return `${name} ${manyWords[kind] ?? kind} ${target}${by ? ` (${by})` : ""}`;
}
