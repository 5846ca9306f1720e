// What is copied for somebody who helps: plain text, and nothing in it that the page does not show.
import { say } from "./texts.svelte";
import type { Check, Entry, Snapshot } from "./wire";

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
    .filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => [key, Array.isArray(value) ? value.join(", ") : String(value)]);
}

/** How things are, in lines for whoever helps: codes stay as they are, so that they can be looked up in any language. */
export function summary(snapshot: Snapshot, checks: Check[]): string {
  const { ipv4, ipv6 } = snapshot.addresses;
  return [
    `Homeport ${snapshot.version}, ${new Date(snapshot.at).toISOString()}, ${snapshot.state}`,
    ...[ipv4, ipv6].map((card) => `${card.family}: ${card.address ?? "-"} ${card.verdict}; ${card.way?.interface ?? "-"} ${card.way?.own ?? ""} > ${card.way?.gateway ?? "-"}`),
    ...snapshot.problems.map((problem) => `${problem.code}: ${problem.happened}`),
    ...snapshot.hostnames.map((row) => `${row.name} (${row.provider}): ${row.state}${row.fault ? ` ${row.fault}` : ""}; A ${row.records.ipv4.state} ${row.records.ipv4.address ?? ""}; AAAA ${row.records.ipv6.state} ${row.records.ipv6.address ?? ""}`),
    report(checks),
  ].join("\n");
}

/** A part of a report; `hidden` stands for something else. */
export interface Piece {
  text: string;
  hidden: boolean;
}

const IPV4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w)/;
const IPV6 = /(?<![\w:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?!\w)/;

/** The report with each of the names, and each address, replaced by a number: the same one by the same number. */
export function redacted(text: string, names: string[]): Piece[] {
  const escaped = names.toSorted((one, other) => other.length - one.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const anything = new RegExp([...escaped, IPV4.source, IPV6.source].join("|"), "gi");
  const known = new Map<string, string>();
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(anything)) {
    // A colon behind an address is the sentence's.
    const found = match.replace(/([^:]):$/, "$1");
    const key = found.toLowerCase();
    const kind = names.includes(key) ? "host" : "address";
    const number = known.get(key) ?? `[${kind} ${[...known.values()].filter((each) => each.includes(kind)).length + 1}]`;
    known.set(key, number);
    pieces.push({ text: text.slice(end, index), hidden: false }, { text: number, hidden: true });
    end = index + found.length;
  }

  return [...pieces, { text: text.slice(end), hidden: false }];
}
