// The way of an address, from this computer to the world's caches, as six stations with their state.
import { say } from "./texts.svelte";
import type { Chip, Family, HostnameRow, Snapshot, State, Wall } from "./wire";

export type StationState = "ok" | "waiting" | "old" | "unsure" | "none";

export interface Station {
  id: "computer" | "router" | "internet" | "provider" | "dns" | "world";
  icon: string;
  title: string;
  value: string;
  words: string;
  /** When it was seen like this. */
  at: Wall | null;
  state: StationState;
  /** How the link that leads here ends: a cross when it is broken, two bars when updates are on hold. */
  cut: "x" | "pause" | null;
}

export interface Way {
  stations: Station[];
  /** The first station that is not reached. */
  ends: Station | null;
}

const WORST: State[] = ["error", "offline", "attention", "working", "holding", "ok"];

/** The hostname that is worth showing: the worst one, or else the first. */
export function worst(rows: HostnameRow[]): HostnameRow | null {
  return WORST.flatMap((state) => rows.filter((row) => row.state === state))[0] ?? null;
}

/** The family whose record tells more of a hostname. */
export function tellingFamily(row: HostnameRow | null): Family {
  const { ipv4, ipv6 } = row?.records ?? {};
  const quiet = (chip: Chip | undefined) => !chip || chip.state === "off" || chip.state === "not-here";
  if (quiet(ipv4) && !quiet(ipv6)) return "ipv6";
  return ipv4?.state === "verified" && !quiet(ipv6) && ipv6?.state !== "verified" ? "ipv6" : "ipv4";
}

/** What the name servers say: the most common answer, and how many give it. */
export function servers(chip: Chip): { address: string; right: number; count: number } {
  const answers = chip.servers.filter((server) => server.trouble === "");
  const counts = new Map<string, number>();
  for (const { addresses } of answers) counts.set(addresses.join(", "), (counts.get(addresses.join(", ")) ?? 0) + 1);
  const address = [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "";

  return { address: address || (chip.address ?? ""), right: answers.filter((server) => server.right).length, count: chip.servers.length };
}

const AT_DNS = ["NOT-IN-DNS", "FOREIGN-CHANGE"];

function near(snapshot: Snapshot, family: Family): Station[] {
  const card = snapshot.addresses[family];
  const out = card.way;
  const station = (rest: Pick<Station, "id" | "icon" | "title"> & Partial<Station>): Station => ({ value: "", words: "", at: null, state: "ok", cut: null, ...rest });
  const gone = card.verdict === "not-here";
  const known = card.address !== null && (card.seen !== null || card.own_only);
  return [
    station({ id: "computer", icon: "monitor", title: say("window-way-computer"), value: out?.own ?? "", words: out?.interface ?? "" }),
    station({
      id: "router",
      icon: out?.tunnel ? "lock" : "router",
      title: say(out?.tunnel ? "window-way-tunnel" : "window-way-router"),
      value: out?.gateway ?? "",
      words: out ? "" : say("window-way-no-route"),
      state: out ? "ok" : gone ? "none" : "old",
      cut: out || gone || card.own_only ? null : "x",
    }),
    station({
      id: "internet",
      icon: "globe",
      title: say("window-way-internet"),
      value: card.address ?? "",
      words: known || card.address === null ? card.verdict_word : card.why,
      at: card.seen,
      state: gone ? "none" : card.verdict === "cgnat" || (known && card.verdict === "unknown" && !card.own_only) ? "unsure" : known ? "ok" : "old",
      cut: out && !known && !gone && card.verdict !== "cgnat" ? "x" : null,
    }),
  ];
}

function far(row: HostnameRow, chip: Chip, time: (at: Wall) => string, left: number): Station[] {
  const value = chip.address ?? "";
  const said = servers(chip);
  const taken = chip.state === "verified" || chip.state === "accepted" || (chip.state === "wrong" && AT_DNS.includes(row.fault ?? ""));
  const none = chip.state === "off" || chip.state === "not-here";
  const held = chip.state === "holding";
  const state: StationState = none ? "none" : taken ? "ok" : chip.state === "sending" ? "waiting" : chip.state === "unsure" ? "unsure" : "old";
  const proved = chip.state === "verified";
  const later: StationState = none ? "none" : proved ? "ok" : taken && chip.state === "accepted" ? "waiting" : state === "waiting" ? "waiting" : "old";
  const counted = proved && said.count > 0 ? say("window-way-servers", { right: said.right, count: said.count }) : "";
  return [
    {
      id: "provider",
      icon: "database",
      title: row.provider_name,
      value,
      words: taken && chip.accepted !== null ? say("window-way-accepted", { time: time(chip.accepted) }) : none ? chip.word : row.words,
      at: chip.accepted,
      state,
      cut: held || row.state === "holding" ? "pause" : state === "old" ? "x" : null,
    },
    {
      id: "dns",
      icon: "server",
      title: say("window-way-dns"),
      value: said.address,
      words: counted || (none ? "" : proved ? chip.word : later === "waiting" ? say("window-way-soon") : say("window-way-old")),
      at: chip.asked ?? chip.proved,
      state: later,
      cut: taken && later === "old" ? "x" : null,
    },
    {
      id: "world",
      icon: "users",
      title: say("window-way-world"),
      value: left > 0 || later === "waiting" ? "" : proved ? value : said.address,
      words: none ? "" : left > 0 ? say("window-way-left", { seconds: left }) : proved ? say("window-way-seen") : later === "waiting" ? say("window-way-soon") : say("window-way-old"),
      at: chip.proved,
      state: proved && left > 0 ? "waiting" : later,
      cut: null,
    },
  ];
}

/** The six stations for one hostname and family. `time` writes a moment; `now` counts the caches down. */
export function way(snapshot: Snapshot, row: HostnameRow | null, family: Family, now: Wall, time: (at: Wall) => string): Way {
  const stations = near(snapshot, family);
  if (row) {
    const chip = row.records[family];
    const left = Math.max(0, Math.ceil(((chip.cached_until ?? 0) - now) / 1_000));
    stations.push(...far(row, chip, time, left));
  }
  const at = stations.findIndex((station) => station.cut !== null);
  // Beyond the first break the old value stands; a second mark would say nothing more.
  const holds = stations[at]?.cut === "pause" && stations[at]?.state === "ok";
  for (const station of at < 0 ? [] : stations.slice(at + 1)) {
    station.cut = null;
    // While updates only wait, what is published may still be right.
    if (station.state !== "none" && !holds) station.state = "old";
  }

  return { stations, ends: stations[at] ?? null };
}
