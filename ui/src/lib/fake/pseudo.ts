// What the build makes of a catalogue (catalogues.ts).

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
