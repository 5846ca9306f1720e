// The keys that work everywhere. What they do is the frame's business.
import { PAGES, type Page } from "./pages";

export type Action = { go: Page } | "add" | "check" | "leave" | "back" | "help";

/** What a key asks for; `null`: nothing of ours. In the wizard the pages rest, so that no draft is left by accident. */
export function action(event: KeyboardEvent, wizard: boolean, page: Page): Action | null {
  const held = event.ctrlKey || event.metaKey;
  const at = event.target;
  const typing = at instanceof HTMLInputElement && at.type !== "checkbox" && at.type !== "radio";
  const target = held && !wizard ? PAGES[Number(event.key) - 1] : undefined;
  if (target) return { go: target.id };
  if (held && event.key === "," && !wizard) return { go: "settings" };
  if (held && event.key === "n" && !wizard) return "add";
  if (held && event.key === "r") return "check";
  if (event.key === "Escape") return wizard ? "leave" : page !== "status" ? "back" : null;
  return event.key === "?" && !typing ? "help" : null;
}
