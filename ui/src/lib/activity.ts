// The journal as lines: newest first, by day, routine folded.
import { sameDay } from "./moments";
import type { Entry } from "./wire";

export type Shown = "all" | "changes" | "problems";

export interface Line {
  entry: Entry;
  /** How many routine checks this line stands for; 0 for a line of its own. */
  folded: number;
}

export interface Day {
  at: number;
  lines: Line[];
}

function fits(entry: Entry, shown: Shown): boolean {
  if (shown === "problems") return entry.weight === "warning" || entry.weight === "failure";
  return shown === "all" || entry.weight !== "routine";
}

/** The days, newest first. Checks without news that follow each other on one day are one line. */
export function days(entries: Entry[], shown: Shown): Day[] {
  const result: Day[] = [];
  for (const entry of entries.filter((each) => fits(each, shown)).toReversed()) {
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
