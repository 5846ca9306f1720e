// The texts of the window come from the same catalogue as those of the tray and the terminal. Only the language in use is
// loaded, and of it only what this page shows.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import { CATALOGUES } from "virtual:catalogues";

import type { Language } from "./wire";

/** Each language in its own words, in the order of the settings page. */
export const LANGUAGES: Record<Language, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  "pt-BR": "Português (Brasil)",
  ja: "日本語",
  "zh-CN": "简体中文",
};

let current: { language: Language; bundle: FluentBundle | null } = $state.raw({ language: "en", bundle: null });

/** The language in use; "en" until one is loaded. */
export function language(): Language {
  return current.language;
}

/** The language that serves what the system asks for, best first; English when none does. */
export function suited(wanted: readonly string[]): Language {
  const known = Object.keys(LANGUAGES) as Language[];
  for (const tag of wanted) {
    const main = tag.toLowerCase().split("-")[0];
    if (main === "zh" && /-(hant|tw|hk|mo)/i.test(tag)) continue;
    const found = known.find((each) => each.toLowerCase().split("-")[0] === main);
    if (found) return found;
  }
  return "en";
}

/** Loads a language and speaks it from then on. */
export async function speak(language: Language): Promise<void> {
  if (current.bundle && current.language === language) return;
  const { default: catalogue } = await CATALOGUES[language]();
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(catalogue));
  current = { language, bundle };
  document.documentElement.lang = language;
}

/** The text with its placeholders filled. An unknown id comes back as it is; a test holds that none is used. */
export function say(id: string, values?: Record<string, FluentVariable>): string {
  const pattern = current.bundle?.getMessage(id)?.value;
  return pattern && current.bundle ? current.bundle.formatPattern(pattern, values, []) : id;
}
