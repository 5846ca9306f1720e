// The journal as lines: newest first, by day, routine folded.
import { sameDay } from "./moments";
import type { Entry } from "./wire";

export type Shown = "all" | "changes" | "problems";

export interface Wanted {
  shown: Shown;
  /** A hostname in ASCII; empty: all. */
  hostname: string;
  /** Words that the line has to hold, in any case. */
  text: string;
}

export interface Line {
  entry: Entry;
  /** How many routine checks this line stands for; 0 for a line of its own. */
  folded: number;
}

export interface Day {
  at: number;
  lines: Line[];
}

function names(entry: Entry): string[] {
  const of = ("of" in entry.happening ? entry.happening.of : {}) as { hostname?: string | null; hostnames?: string[] };
  return of.hostnames ?? (of.hostname ? [of.hostname] : []);
}

export function fits(entry: Entry, { shown, hostname, text }: Wanted): boolean {
  if (shown === "problems" && entry.weight !== "warning" && entry.weight !== "failure") return false;
  if (shown === "changes" && entry.weight === "routine") return false;
  if (hostname && !names(entry).includes(hostname)) return false;
  return !text || entry.line.toLowerCase().includes(text.toLowerCase());
}

/** How many updates of this hostname went out since then. */
export function sent(entries: Entry[], hostname: string, since: number): number {
  return entries.filter((entry) => entry.happening.kind === "sent" && entry.at >= since && names(entry).includes(hostname)).length;
}

/** The days, newest first. Checks without news that follow each other on one day are one line. */
export function days(entries: Entry[], wanted: Wanted): Day[] {
  const result: Day[] = [];
  for (const entry of entries.filter((each) => fits(each, wanted)).toReversed()) {
    let day = result.at(-1);
    if (!day || !sameDay(day.at, entry.at)) {
      day = { at: entry.at, lines: [] };
      result.push(day);
    }
    const above = day.lines.at(-1);
    const routine = entry.happening.kind === "checked";
    if (routine && above?.folded) above.folded += 1;
    else day.lines.push({ entry, folded: routine ? 1 : 0 });
  }

  return result;
}
