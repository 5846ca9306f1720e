// The texts of the window come from the same catalogue as those of the tray and the terminal.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

import english from "../../../src-tauri/core/texts/en.ftl?raw";

const bundle = new FluentBundle("en", { useIsolating: false });
bundle.addResource(new FluentResource(english));

/** The text with its placeholders filled. An unknown id comes back as it is; a test holds that none is used. */
export function say(id: string, values?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, values, []) : id;
}
