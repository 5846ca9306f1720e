// The stations of the way as the resident drew them, with a picture, a name and words in the language in use.
import { say } from "./texts.svelte";
import type { AddressCard, Family, HostnameRow, Snapshot, Stop, Wall } from "./wire";

export interface Station extends Stop {
  icon: string;
  title: string;
  words: string;
  /** When it was seen like this. */
  at: Wall | null;
}

const ICONS: Record<Stop["station"], string> = { computer: "monitor", router: "router", internet: "globe", provider: "database", dns: "server", world: "users" };

function title(stop: Stop, card: AddressCard, row: HostnameRow | null): string {
  if (stop.station === "provider") return row?.provider_name ?? "";
  if (stop.station === "router" && card.way?.tunnel) return say("window-way-tunnel");
  return say(`window-way-${stop.station}`);
}

function words(stop: Stop, card: AddressCard, row: HostnameRow | null, family: Family, time: (at: Wall) => string): string {
  const chip = row?.records[family];
  switch (stop.said) {
    case "nothing":
      return "";
    case "interface":
      return card.way?.interface ?? "";
    case "verdict":
      return card.verdict_word;
    case "why":
      return card.why;
    case "accepted":
      return chip?.accepted ? say("window-way-accepted", { time: time(chip.accepted) }) : "";
    case "record":
      return chip?.word ?? "";
    case "row":
      return row?.words ?? "";
    case "servers": {
      const servers = chip?.servers ?? [];
      return say("window-way-servers", { right: servers.filter((server) => server.right).length, count: servers.length });
    }
    default:
      return say(`window-way-${stop.said}`);
  }
}

function at(stop: Stop, card: AddressCard, row: HostnameRow | null, family: Family): Wall | null {
  const chip = row?.records[family];
  if (stop.station === "internet") return card.seen;
  if (stop.station === "provider") return chip?.accepted ?? null;
  if (stop.station === "dns") return chip?.asked ?? chip?.proved ?? null;
  return stop.station === "world" ? (chip?.proved ?? null) : null;
}

/** The seconds for which the world's caches may still have the value before this one. */
export function cachesLeft(row: HostnameRow | null, family: Family, now: Wall): number {
  return Math.max(0, Math.ceil(((row?.records[family].cached_until ?? 0) - now) / 1_000));
}

/** The stations for one hostname and family. `time` writes a moment; `now` counts the caches down. */
export function stations(snapshot: Snapshot, row: HostnameRow | null, family: Family, now: Wall, time: (at: Wall) => string): Station[] {
  const card = snapshot.addresses[family];
  const left = cachesLeft(row, family, now);
  return [...card.stops, ...(row?.stops[family] ?? [])].map((stop) => {
    const counting = stop.station === "world" && stop.state === "ok" && left > 0;
    return {
      ...stop,
      ...(counting ? { state: "waiting" as const, value: "" } : {}),
      icon: stop.station === "router" && card.way?.tunnel ? "lock" : ICONS[stop.station],
      title: title(stop, card, row),
      words: counting ? say("window-way-left", { seconds: left }) : words(stop, card, row, family, time),
      at: at(stop, card, row, family),
    };
  });
}
