// The catalogues of texts as modules, one for each language, with nothing in them but what the window shows.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { Plugin } from "vite";

const FOLDER = fileURLToPath(new URL("../src-tauri/core/texts/", import.meta.url));
const TAGS = ["en", "de", "fr", "es", "pt-BR", "ja", "zh-CN"];
const LIST = "\0catalogues";
const ONE = "\0catalogue:";

/** The texts whose id begins with `window-`, without comments. */
export function ofTheWindow(catalogue: string): string {
  let kept = false;
  return catalogue
    .split("\n")
    .filter((line) => {
      if (/^[a-z#]/.test(line)) kept = line.startsWith("window-");
      return kept && line.trim() !== "";
    })
    .join("\n");
}

/** Words +40 % longer and in other letters, for a test: what is still English was forgotten, what is cut is too tight. */
export function pseudo(catalogue: string): string {
  const letters: Record<string, string> = { a: "á", e: "ë", i: "ï", o: "ö", u: "ü", A: "Á", E: "Ë", O: "Ö", c: "ç", n: "ñ" };
  const stretched = (text: string) => text.replace(/[A-Za-z]{3,}/g, (word) => [...word].map((letter) => letters[letter] ?? letter).join("") + "ëñ".repeat(Math.ceil(word.length * 0.2)));
  return catalogue
    .split("\n")
    .map((line) => {
      // A name is a name.
      if (line.startsWith("window-name =")) return line;
      const [, head = "", text = ""] = /^(\S+ = |\s+\*?\[\w+\] |\s+)?(.*)$/.exec(line) ?? [];
      return head + text.split(/(\{[^}]*\}?)/).map((part) => (part.startsWith("{") ? part : stretched(part))).join("");
    })
    .join("\n");
}

/** With `pseudo`, one more language that tests ask for. */
export function catalogues(withPseudo: boolean): Plugin {
  const tags = withPseudo ? [...TAGS, "pseudo"] : TAGS;
  return {
    name: "catalogues",
    resolveId: (id) => (id === "virtual:catalogues" ? LIST : id.startsWith("virtual:catalogue/") ? ONE + id.slice("virtual:catalogue/".length) : null),
    load(id) {
      if (id === LIST) {
        return `export const CATALOGUES = {${tags.map((tag) => `"${tag}": () => import("virtual:catalogue/${tag}")`).join(",")}};`;
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
