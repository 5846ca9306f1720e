// How long each address was held, and what stood in its way: the journal as spans on a line of time.
import type { Entry, Family, Wall } from "./wire";

export interface Held {
  address: string;
  from: Wall;
  /** The end; `null`: still held. */
  to: Wall | null;
}

export interface Outage {
  kind: "trouble" | "hold";
  from: Wall;
  to: Wall | null;
  /** The line of the entry that it began with. */
  line: string;
}

export interface Tenure {
  held: Held[];
  outages: Outage[];
}

/** Entries that say that a hostname is as it should be again. */
const GOOD = ["proved", "address-changed"];

function concerns(entry: Entry, hostname: string | null): boolean {
  const of = "of" in entry.happening ? entry.happening.of : {};
  if (hostname === null || !("hostname" in of)) return true;
  return of.hostname === hostname || of.hostname === null;
}

/** The spans of one family; of one hostname, or of the whole home. */
export function tenure(entries: Entry[], family: Family, hostname: string | null = null): Tenure {
  const held: Held[] = [];
  const outages: Outage[] = [];
  let open: Outage | null = null;
  const close = (at: Wall) => {
    if (open) open.to = at;
    open = null;
  };
  const begin = (kind: Outage["kind"], entry: Entry) => {
    if (open?.kind === kind) return;
    close(entry.at);
    open = { kind, from: entry.at, to: null, line: entry.line };
    outages.push(open);
  };
  for (const entry of entries.filter((each) => concerns(each, hostname))) {
    const { happening } = entry;
    if (happening.kind === "address-changed" && happening.of.family === family) {
      const last = held.at(-1);
      if (last?.address !== happening.of.new) {
        if (last) last.to = entry.at;
        held.push({ address: happening.of.new, from: entry.at, to: null });
      }
    }
    if (happening.kind === "address-unknown") {
      if (happening.of.family === family) begin("trouble", entry);
    } else if (happening.kind === "held") {
      if (happening.of.code === null) close(entry.at);
      else begin("hold", entry);
    } else if (happening.kind === "no-answer" || happening.kind === "not-proved" || happening.kind === "halted") begin("trouble", entry);
    else if (GOOD.includes(happening.kind) && (happening.kind !== "address-changed" || happening.of.family === family)) close(entry.at);
  }

  return { held, outages };
}

export interface Bar {
  /** Where it begins and how wide it is, in thousandths of the line. */
  x: number;
  width: number;
  index: number;
}

/** The spans as bars on a line from `from` to `now`. What would be too narrow to see is as wide as a hair. */
export function bars(spans: { from: Wall; to: Wall | null }[], from: Wall, now: Wall, hair = 4): Bar[] {
  const scale = 1_000 / Math.max(1, now - from);
  const result: Bar[] = [];
  spans.forEach((span, index) => {
    const end = span.to ?? now;
    if (end < from) return;
    const x = Math.max(0, (span.from - from) * scale);
    const width = Math.max(hair, Math.min(1_000, (end - from) * scale) - x);
    const above = result.at(-1);
    // Many short ones at one place are one mark: a year of them is still quick to draw.
    if (above && x < above.x + hair && width <= hair) return;
    result.push({ x: Math.min(x, 1_000 - hair), width, index });
  });

  return result;
}
