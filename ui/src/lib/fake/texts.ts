// The texts that a running Homeport would say, in the language of the page: made-up data has no words of its own.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import { WHOLE } from "virtual:whole";

import type { Language } from "../wire";

export const asked = new URLSearchParams(location.search);
/** Any language, and one that only exists for tests: words 40 % longer. */
export const language = (asked.get("language") ?? "en") as Language;

const bundle = new FluentBundle((language as string) === "pseudo" ? "en" : language, { useIsolating: false });
const load = WHOLE[language] ?? WHOLE["en"];
if (load) bundle.addResource(new FluentResource((await load()).default));

export function said(id: string, values: Record<string, FluentVariable> = {}): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, values, []) : id;
}
