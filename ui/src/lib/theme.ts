// The colours that were chosen; without a choice the system's, live.
import type { Theme } from "./wire";

/** `kept`: somebody else chose, as a test does. */
export function dress(theme: Theme, kept: boolean): void {
  const root = document.documentElement;
  if (theme !== "system") root.dataset["theme"] = theme;
  else if (!kept) delete root.dataset["theme"];
}
