// The catalogues of texts as modules, one for each language, with nothing in them but what the window shows.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Plugin } from "vite";

import { ofTheWindow, pseudo } from "./src/lib/fake/pseudo.ts";

const FOLDER = fileURLToPath(new URL("../src-tauri/core/texts/", import.meta.url));
const TAGS = ["en", "de", "fr", "es", "pt-BR", "ja", "zh-CN"];
const LIST = "\0catalogues";
const ONE = "\0catalogue:";
const WHOLE = "\0whole:";

/** With `pseudo`, one more language that tests ask for. */
export function catalogues(withPseudo: boolean): Plugin {
  const tags = withPseudo ? [...TAGS, "pseudo"] : TAGS;
  return {
    name: "catalogues",
    resolveId(id) {
      if (id === "virtual:catalogues") return LIST;
      const found = /^virtual:(catalogue|whole)\/(.+)$/.exec(id);
      return found ? (found[1] === "whole" ? WHOLE : ONE) + found[2] : id === "virtual:whole" ? WHOLE : null;
    },
    load(id) {
      if (id === LIST) {
        return `export const CATALOGUES = {${tags.map((tag) => `"${tag}": () => import("virtual:catalogue/${tag}")`).join(",")}};`;
      }
      if (id === WHOLE) {
        return `export const WHOLE = {${tags.map((tag) => `"${tag}": () => import("virtual:whole/${tag}")`).join(",")}};`;
      }
      if (id.startsWith(WHOLE)) {
        const tag = id.slice(WHOLE.length);
        const texts = readFileSync(`${FOLDER}${tag === "pseudo" ? "en" : tag}.ftl`, "utf8");
        return `export default ${JSON.stringify(tag === "pseudo" ? pseudo(texts) : texts)};`;
      }
      if (!id.startsWith(ONE)) return null;
      const tag = id.slice(ONE.length);
      const file = `${FOLDER}${tag === "pseudo" ? "en" : tag}.ftl`;
      this.addWatchFile(file);
      const texts = ofTheWindow(readFileSync(file, "utf8"));
      return `export default ${JSON.stringify(tag === "pseudo" ? pseudo(texts) : texts)};`;
    },
  };
}
