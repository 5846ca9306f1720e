// Made-up homes, one for each thing a person can see. Names and addresses are those of the documentation.
import type { Chip, ChipState, Code, Entry, HostnameRow, Problem, Remedy, Severity, Snapshot, State } from "../wire";

export const SCENARIOS = ["ok", "empty", "problem", "working", "holding", "attention", "offline", "many", "practice", "starting", "failed", "stopped"] as const;
export type Scenario = (typeof SCENARIOS)[number];

const MINUTE = 60_000;
const DAY = 86_400_000;
export const NOW = Date.now();
export const IPV4 = "203.0.113.7";
export const IPV6 = "2001:db8:4a3f:1c00:b62e:99ff:fe12:7a21";

const WORDS: Record<ChipState, string> = {
  verified: "verified",
  accepted: "in DNS soon",
  sending: "being sent",
  holding: "on hold",
  unsure: "unsure",
  wrong: "wrong",
  offline: "no internet",
  off: "off",
  "not-here": "not here",
};

export function row(name: string, provider: [string, string], state: State, words: string, chips: [ChipState, ChipState], rest: Partial<HostnameRow> = {}): HostnameRow {
  const chip = (family: Chip["family"], kind: ChipState): Chip => ({
    family,
    state: kind,
    word: WORDS[kind],
    address: kind === "off" || kind === "not-here" ? null : family === "ipv4" ? IPV4 : IPV6,
    accepted: NOW - DAY,
    proved: NOW - 2 * MINUTE,
  });
  return {
    name,
    shown: name,
    provider: provider[0],
    provider_name: provider[1],
    account: provider[0],
    state,
    words,
    fault: null,
    paused: false,
    records: { ipv4: chip("ipv4", chips[0]), ipv6: chip("ipv6", chips[1]) },
    since: NOW - 10 * DAY,
    next_try: null,
    ...rest,
  };
}

function problem(code: Code, severity: Severity, texts: [string, string, string], buttons: [string, Remedy][], hostnames: string[] = []): Problem {
  const [happened, means, cure] = texts;
  return { code, severity, happened, means, cure, buttons: buttons.map(([label, remedy]) => ({ label, remedy })), hostnames, since: NOW - 29 * MINUTE, next_try: null };
}

const DESEC: [string, string] = ["desec", "deSEC"];
const CLOUDFLARE: [string, string] = ["cloudflare", "Cloudflare"];
const DUCK: [string, string] = ["duckdns", "Duck DNS"];

const good: HostnameRow[] = [
  row("home.example.org", DESEC, "ok", "Up to date", ["verified", "verified"]),
  row("xn--kamera-strae-0ya.example.org", CLOUDFLARE, "ok", "Up to date", ["verified", "off"], { shown: "kamera-straße.example.org" }),
  row("nas.familie.example.org", DUCK, "ok", "Up to date", ["verified", "verified"]),
];

const base: Snapshot = {
  revision: 1,
  version: "0.1.0",
  at: NOW,
  state: "ok",
  headline: "All 3 hostnames are up to date",
  detail: "Proved through DNS 2 minutes ago. Next look in 3 minutes.",
  lookout: {
    router: "192.168.1.1",
    external: IPV4,
    behind_another: false,
    ways: [{ protocol: "nat-pmp", tells: true, announces: true }],
    pulses: false,
    power: { has_battery: false, on_battery: false, metered: null },
    words: `The router 192.168.1.1 names ${IPV4}, by NAT-PMP.`,
  },
  addresses: {
    ipv4: { family: "ipv4", address: IPV4, verdict: "behind-nat", verdict_word: "Behind NAT", why: "3 services agree", seen: null, own_only: false },
    ipv6: { family: "ipv6", address: IPV6, verdict: "direct", verdict_word: "Direct", why: "lasting address", seen: null, own_only: false },
  },
  hostnames: good,
  problems: [],
  pause: null,
  busy: false,
  last_check: NOW - 2 * MINUTE,
  next_check: NOW + 3 * MINUTE,
  check_allowed: null,
  practice: null,
  tray: "shown",
};

const rejected = problem(
  "AUTH-REJECTED",
  "error",
  ["deSEC did not accept the token for home.example.org.", "It was mistyped, deleted or has expired. We have stopped trying so you are not blocked.", "Make a new token and paste it."],
  [
    ["Replace token", { do: "replace-secret", account: "desec" }],
    ["Open token page", { do: "open-provider", url: "https://desec.example/tokens" }],
  ],
  ["home.example.org"],
);
const shared = problem(
  "CGNAT",
  "attention",
  ["Your internet provider shares one IPv4 address among many customers.", "The record is set, but connections from outside cannot reach you over IPv4.", "Use IPv6 if you have it, ask for a public IPv4, or use a tunnel."],
  [["Run diagnostics", { do: "run-diagnostics" }]],
);
const away = problem(
  "NOT-HOME",
  "holding",
  ["You are on “Café Großmann”, not one of your home networks.", "Updating now would point your names here. Updates are on hold.", "Nothing, unless this is also home."],
  [["Check again", { do: "check-now" }]],
);
const lost = problem(
  "OFFLINE",
  "offline",
  ["This computer has no internet connection.", "Nothing can be checked or updated; your DNS stays as it was.", "We continue by ourselves when it is back."],
  [["Run diagnostics", { do: "run-diagnostics" }]],
);

const unknown = { address: null, verdict: "unknown", verdict_word: "Unknown", why: "no internet", seen: null, own_only: false } as const;

export function snapshot(scenario: Scenario): Snapshot {
  switch (scenario) {
    case "empty":
      return { ...base, headline: "No hostname yet", detail: "Add one, and it keeps pointing home.", hostnames: [] };
    case "practice":
      return {
        ...base,
        headline: "home.practice.test is up to date",
        detail: "Proved through DNS just now.",
        hostnames: [row("home.practice.test", ["practice", "Practice"], "ok", "Up to date", ["verified", "verified"], { since: NOW })],
        practice: { port: 5353, command: "dig @127.0.0.1 -p 5353 home.practice.test" },
        tray: "no-host",
      };
    case "problem":
      return {
        ...base,
        state: "error",
        headline: "home.example.org needs a new token",
        detail: "1 of 3 hostnames is wrong in DNS. The others are fine.",
        problems: [rejected, shared],
        hostnames: [
          row("home.example.org", DESEC, "error", "Token rejected", ["wrong", "wrong"], { fault: "AUTH-REJECTED" }),
          row("xn--kamera-strae-0ya.example.org", CLOUDFLARE, "holding", "Paused by you", ["holding", "off"], { shown: "kamera-straße.example.org", paused: true }),
          row("nas.familie.example.org", DUCK, "ok", "Up to date", ["verified", "verified"]),
        ],
      };
    case "working":
      return {
        ...base,
        state: "working",
        headline: "Updating home.example.org",
        detail: "Sent to deSEC, waiting for DNS. 2 of 3 are up to date.",
        busy: true,
        hostnames: [row("home.example.org", DESEC, "working", "Updating", ["accepted", "sending"]), ...good.slice(1)],
      };
    case "holding":
      return {
        ...base,
        state: "holding",
        headline: "Holding: not on a home network",
        detail: "You are at “Café Großmann”. Your names keep pointing home.",
        problems: [away],
        pause: { until: null },
        hostnames: good.map((each) => ({ ...each, state: "holding", words: "On hold" })),
      };
    case "attention":
      return { ...base, state: "attention", headline: "Nobody can reach you over IPv4", detail: "Your provider shares your address.", problems: [shared], check_allowed: NOW + 38_000 };
    case "offline":
      return {
        ...base,
        state: "offline",
        headline: "Waiting for internet",
        detail: "Your DNS stays as it was. We go on by ourselves.",
        problems: [lost],
        addresses: { ipv4: { family: "ipv4", ...unknown }, ipv6: { family: "ipv6", ...unknown } },
        hostnames: good.map((each) => ({ ...each, state: "offline", words: "Waiting", next_try: NOW + 5 * MINUTE })),
      };
    case "many":
      return {
        ...base,
        headline: "All 60 hostnames are up to date",
        hostnames: Array.from({ length: 60 }, (_, index) =>
          row(`a-rather-long-name-of-a-machine-in-the-cellar-${index}.familie-weissenberger.example.org`, DESEC, "ok", "Up to date", ["verified", index % 3 === 0 ? "not-here" : "verified"]),
        ),
      };
    default:
      return base;
  }
}

let number = 0;

export function entry(at: number, weight: Entry["weight"], happening: Entry["happening"], line: string): Entry {
  number += 1;
  return { id: number, at, weight, happening, line };
}

export function journal(scenario: Scenario): Entry[] {
  if (scenario === "empty") return [];
  const checks = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => entry(from + index * 5 * MINUTE, "routine", { kind: "checked" }, "Checked, no change"));
  const hostname = "home.example.org";
  return [
    entry(NOW - 2 * DAY, "routine", { kind: "started", of: { version: "0.1.0" } }, "Homeport 0.1.0 started"),
    entry(NOW - DAY - 40 * MINUTE, "warning", { kind: "no-answer", of: { hostname, provider: "duckdns", uncertain: false, message: "503" } }, "Duck DNS is not answering (503). We try again by ourselves."),
    entry(NOW - DAY, "change", { kind: "held", of: { code: "NOT-HOME", name: "" } }, "Holding: not on a home network (“Café Großmann”)"),
    ...checks(NOW - 80 * MINUTE, 12),
    entry(NOW - 12 * MINUTE, "failure", { kind: "halted", of: { hostname, provider: "desec", means: "bad-auth" } }, "deSEC did not accept the token for home.example.org"),
    entry(NOW - 4 * MINUTE, "change", { kind: "address-changed", of: { family: "ipv4", old: null, new: IPV4, witnesses: [] } }, `Your IPv4 address changed to ${IPV4}`),
    entry(NOW - 4 * MINUTE, "change", { kind: "sent", of: { hostnames: [hostname], provider: "desec", addresses: [IPV4] } }, `Sent ${IPV4} for home.example.org to deSEC`),
    entry(NOW - 3 * MINUTE, "change", { kind: "proved", of: { hostname, address: IPV4, seconds: 4 } }, `home.example.org points to ${IPV4}`),
    ...checks(NOW - 3 * MINUTE, 1),
  ];
}
