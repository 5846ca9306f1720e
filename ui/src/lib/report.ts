// What is copied for somebody who helps: plain text, and nothing in it that the page does not show.
import { say } from "./texts.svelte";
import type { Check, Entry, Exchange, SupportReport } from "./wire";

/** The checks, one a line. */
export function report(checks: Check[]): string {
  return checks.map((check) => `${say(`window-check-${check.result}`)}: ${[check.title, check.found, check.cure].filter(Boolean).join(" – ")}`).join("\n");
}

/** The journal, one entry a line. */
export function plain(entries: Entry[]): string {
  return entries.map((entry) => `${new Date(entry.at).toISOString()}\t${entry.weight}\t${entry.line}`).join("\n");
}

/** What an entry holds besides its line, as pairs of a field's name and its value. */
export function fields(entry: Entry): [string, string][] {
  const of = "of" in entry.happening ? entry.happening.of : {};
  return Object.entries(of)
    .filter(([key, value]) => key !== "exchange" && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [key, Array.isArray(value) ? value.join(", ") : String(value)]);
}

/** What was sent and what came back, where the journal has it. */
export function exchange(entry: Entry): Exchange | null {
  const said = entry.happening.kind === "answered" ? entry.happening.of.exchange : null;
  return said && (said.request || said.answer) ? said : null;
}

/** A whole report as one text, for the clipboard. */
export function whole({ parts }: SupportReport): string {
  return parts.map(({ name, pieces }) => `== ${name}\n${pieces.map((piece) => piece.text).join("")}`).join("\n");
}
