// Made-up homes, one for each thing a person can see. Names and addresses are those of the documentation.
import type { Chip, ChipState, Code, Entry, HostnameRow, Problem, Remedy, Severity, Snapshot, StandbyRow, State } from "../wire";
import { hostile } from "./hostile";
import { asked, language, said } from "./texts";

export const SCENARIOS = ["ok", "empty", "problem", "working", "holding", "attention", "offline", "many", "thousand", "practice", "standby", "fault", "hostile", "starting", "failed", "stopped"] as const;
export type Scenario = (typeof SCENARIOS)[number];

const MINUTE = 60_000;
const DAY = 86_400_000;
export const NOW = Date.now();
export const IPV4 = "203.0.113.7";
const OLD = { ipv4: "198.51.100.23", ipv6: "2001:db8:4a3f:1b00:b62e:99ff:fe12:7a21" };
export const IPV6 = "2001:db8:4a3f:1c00:b62e:99ff:fe12:7a21";

export function row(name: string, provider: [string, string], state: State, words: string, chips: [ChipState, ChipState], rest: Partial<HostnameRow> = {}): HostnameRow {
  const chip = (family: Chip["family"], kind: ChipState): Chip => ({
    family,
    state: kind,
    word: said(`chip-${kind}`),
    address: kind === "off" || kind === "not-here" ? null : kind === "wrong" || kind === "holding" ? OLD[family] : family === "ipv4" ? IPV4 : IPV6,
    accepted: NOW - DAY,
    proved: NOW - 2 * MINUTE,
    servers: kind === "off" || kind === "not-here" || kind === "wrong" ? [] : ["ns1", "ns2"].map((server) => ({ name: `${server}.${provider[0]}.example`, addresses: [family === "ipv4" ? IPV4 : IPV6], trouble: "", right: true })),
    asked: NOW - 2 * MINUTE,
    ttl: kind === "off" || kind === "not-here" ? null : 60,
    cached_until: null,
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
    standby: null,
    minimum_ttl: null,
    lower_ttl: false,
    telling: "ipv4",
    stops: { ipv4: [], ipv6: [] },
    ...rest,
  };
}

function standby(provider: [string, string], rest: Partial<StandbyRow>, chip: ChipState): StandbyRow {
  const { name, shown, records } = row("home.example.net", provider, "ok", "", [chip, chip]);
  const none = { ipv4: { ...records.ipv4, address: null }, ipv6: { ...records.ipv6, address: null } };
  return { name, shown, provider: provider[0], provider_name: provider[1], account: provider[0], serves: false, serves_since: null, serves_at: null, state: "ok", words: "", fault: null, records: chip === "holding" ? none : records, ...rest };
}

const VALUES = {
  provider: "deSEC",
  host: "home.example.org",
  name: "wg0",
  address: "100.64.3.9",
  addresses: "203.0.113.7, 198.51.100.9",
  found: "198.51.100.99",
  expected: IPV4,
  message: "settings.toml, 3",
  file: "homeport.db.damaged",
  newer: "no",
  why: "carrier",
  known: "both",
  seen: IPV4,
};

/** Each fault as a running Homeport tells it, with the buttons that it has. */
function problem(code: Code, severity: Severity, buttons: [string, Remedy][], hostnames: string[] = []): Problem {
  const values = code === "NOT-HOME" ? { ...VALUES, name: "Café Orangerie", why: "away" } : VALUES;
  const part = (name: string) => said(`fault-${code.toLowerCase()}-${name}`, values);
  return {
    code,
    severity,
    happened: part("happened"),
    means: part("means"),
    cure: part("do"),
    buttons: buttons.map(([id, remedy]) => ({ label: said(`button-${id}`, VALUES), remedy })),
    hostnames,
    since: NOW - 29 * MINUTE,
    next_try: null,
    told: null,
  };
}

const DESEC: [string, string] = ["desec", "deSEC"];
const CLOUDFLARE: [string, string] = ["cloudflare", "Cloudflare"];
const DUCK: [string, string] = ["duckdns", "Duck DNS"];

const good: HostnameRow[] = [
  row("home.example.org", DESEC, "ok", said("row-ok"), ["verified", "verified"]),
  row("xn--kamera-strae-0ya.example.org", CLOUDFLARE, "ok", said("row-ok"), ["verified", "off"], { shown: "kamera-straße.example.org" }),
  row("nas.familie.example.org", DUCK, "ok", said("row-ok"), ["verified", "verified"]),
];

const base: Snapshot = {
  revision: 1,
  version: "0.1.0",
  at: NOW,
  state: "ok",
  headline: said("headline-ok", { count: 3, host: "home.example.org" }),
  detail: said("headline-ok-detail", { count: 3 }),
  lookout: {
    router: "192.168.1.1",
    external: IPV4,
    behind_another: false,
    ways: [{ protocol: "nat-pmp", tells: true, announces: true }],
    pulses: false,
    power: { has_battery: false, on_battery: false, metered: null },
    words: said("lookout-tells", { router: "192.168.1.1", external: IPV4, names: "NAT-PMP" }),
  },
  sources: [],
  network: { id: "02:11:22:33:44:55/192.168.1.0/24", name: "Lighthouse", home: true, proposed: false, tunnel: null, beside_tunnel: false },
  addresses: {
    ipv4: { family: "ipv4", address: IPV4, verdict: "behind-nat", verdict_word: said("verdict-behind-nat"), why: said("address-agreed", { here: "no", count: 3, names: "" }), seen: NOW - 2 * MINUTE, own_only: false, way: { own: "192.168.1.23", interface: "wlan0", gateway: "192.168.1.1", tunnel: false }, stops: [] },
    ipv6: { family: "ipv6", address: IPV6, verdict: "direct", verdict_word: said("verdict-direct"), why: said("address-agreed", { here: "yes", count: 2, names: "" }), seen: NOW - 2 * MINUTE, own_only: false, way: { own: IPV6, interface: "wlan0", gateway: "fe80::1", tunnel: false }, stops: [] },
  },
  hostnames: good,
  telling: null,
  problems: [],
  pause: null,
  busy: false,
  last_check: NOW - 2 * MINUTE,
  next_check: NOW + 3 * MINUTE,
  check_allowed: null,
  practice: null,
  tray: "shown",
  language,
  preferences: { language: null, theme: "system", notifications: "all", home: ["02:00:5e:00:53:01/192.168.1.0/24"], vpn: "hold", sources: [], nameservers: [], stun_on_metered: false, icon: "monochrome", log: "info", proxy: null, proxy_for_echo: false },
  webhook: null,
};

const rejected = problem(
  "AUTH-REJECTED",
  "error",
  [
    ["replace-secret", { do: "replace-secret", account: "desec" }],
    ["open-token-page", { do: "open-provider", url: "https://desec.example/tokens" }],
  ],
  ["home.example.org"],
);
const shared = problem("CGNAT", "attention", [["how-known", { do: "run-diagnostics" }]]);
const away = problem("NOT-HOME", "holding", [["this-is-home", { do: "this-is-home" }], ["update-here", { do: "update-here" }]]);
const lost = problem("OFFLINE", "offline", [["run-diagnostics", { do: "run-diagnostics" }]]);

const unknown: Omit<Snapshot["addresses"]["ipv4"], "family"> = { address: null, verdict: "unknown", verdict_word: said("verdict-unknown"), why: said("why-no-route"), seen: null, own_only: false, way: null, stops: [] };

export function snapshot(scenario: Scenario): Snapshot {
  switch (scenario) {
    case "empty":
      return { ...base, headline: said("headline-empty"), detail: said("headline-empty-detail"), hostnames: [] };
    case "practice":
      return {
        ...base,
        headline: said("headline-ok", { count: 1, host: "home.practice.test" }),
        detail: said("headline-practice-detail"),
        hostnames: [row("home.practice.test", ["practice", "Practice"], "ok", said("row-ok"), ["verified", "verified"], { since: NOW })],
        practice: { port: 5353, command: "dig @127.0.0.1 -p 5353 home.practice.test" },
        tray: "no-host",
      };
    case "problem":
      return {
        ...base,
        state: "error",
        headline: rejected.happened,
        detail: rejected.means,
        problems: [rejected, shared],
        hostnames: [
          row("home.example.org", DESEC, "error", said("row-auth-rejected"), ["wrong", "wrong"], { fault: "AUTH-REJECTED" }),
          row("xn--kamera-strae-0ya.example.org", CLOUDFLARE, "holding", said("row-paused"), ["holding", "off"], { shown: "kamera-straße.example.org", paused: true }),
          row("nas.familie.example.org", DUCK, "ok", said("row-ok"), ["verified", "verified"]),
        ],
      };
    case "working":
      return {
        ...base,
        state: "working",
        headline: said("headline-updating", { host: "home.example.org" }),
        detail: said("headline-working-detail"),
        busy: true,
        hostnames: [row("home.example.org", DESEC, "working", said("row-sending"), ["accepted", "sending"]), ...good.slice(1)],
      };
    case "holding":
      return {
        ...base,
        state: "holding",
        headline: away.happened,
        detail: away.means,
        problems: [away],
        pause: { until: null },
        hostnames: good.map((each) => ({ ...each, state: "holding", words: said("row-held") })),
      };
    case "attention":
      return { ...base, state: "attention", headline: shared.happened, detail: shared.means, problems: [shared], check_allowed: NOW + 38_000, addresses: { ...base.addresses, ipv4: { ...base.addresses.ipv4, verdict: "cgnat", verdict_word: said("verdict-cgnat") } } };
    case "offline":
      return {
        ...base,
        state: "offline",
        headline: said("headline-offline"),
        detail: said("headline-offline-detail"),
        problems: [lost],
        addresses: { ipv4: { family: "ipv4", ...unknown }, ipv6: { family: "ipv6", ...unknown } },
        hostnames: good.map((each) => ({ ...each, state: "offline", words: said("row-offline"), next_try: NOW + 5 * MINUTE })),
      };
    case "standby": {
      const serving = standby(["cloudflare", "Cloudflare"], { serves: true, serves_since: NOW - 40 * MINUTE, state: "ok", words: said("row-ok") }, "verified");
      const ready = standby(["cloudflare", "Cloudflare"], { state: "holding", words: said("standby-ready") }, "holding");
      return {
        ...base,
        state: "error",
        headline: rejected.happened,
        detail: rejected.means,
        problems: [rejected],
        hostnames: [
          row("home.example.org", DESEC, "attention", said("row-standby"), ["wrong", "wrong"], { fault: "AUTH-REJECTED", standby: serving }),
          row("nas.familie.example.org", DUCK, "ok", said("row-ok"), ["verified", "verified"], { standby: ready }),
        ],
      };
    }
    case "fault":
      return fault((asked.get("code") ?? "CGNAT") as Code);
    case "hostile":
      return hostile(base);
    case "many":
    case "thousand":
      return {
        ...base,
        headline: said("headline-ok", { count: scenario === "many" ? 60 : 1_000, host: "" }),
        hostnames: Array.from({ length: scenario === "many" ? 60 : 1_000 }, (_, index) =>
          row(`a-rather-long-name-of-a-machine-in-the-cellar-${index}.familie-weissenberger.example.org`, DESEC, "ok", said("row-ok"), ["verified", index % 3 === 0 ? "not-here" : "verified"]),
        ),
      };
    default:
      return base;
  }
}

const MACHINE: Code[] = ["OFFLINE", "NO-DNS", "CAPTIVE", "VPN-ACTIVE", "NOT-HOME", "IP-DISAGREE", "ONE-WITNESS", "CGNAT", "IPV6-NONE", "SETTINGS-BROKEN", "STORE-BROKEN", "DISK-FULL", "WATCHER-DOWN"];

const AGAIN: [string, Remedy] = ["try-again", { do: "try-again", hostname: "home.example.org" }];
const CHECK: [string, Remedy] = ["check-now", { do: "check-now" }];
const SITE: [string, Remedy] = ["open-provider", { do: "open-provider", url: "https://desec.example" }];
const TOKEN: [string, Remedy] = ["open-token-page", { do: "open-provider", url: "https://desec.example/tokens" }];
const SHOWN: Remedy = { do: "show-activity", hostname: "home.example.org" };
const DETAILS: [string, Remedy] = ["details", SHOWN];
/** The buttons as a running Homeport gives them; the other faults have these two. */
const CURES: Partial<Record<Code, [string, Remedy][]>> = {
  "AUTH-REJECTED": [["replace-secret", { do: "replace-secret", account: "desec" }], TOKEN],
  "AUTH-SCOPE": [AGAIN, TOKEN],
  "HOST-NOT-FOUND": [AGAIN, ["show-zones", { do: "show-zones", hostname: "home.example.org", account: "desec" }], SITE],
  BLOCKED: [AGAIN, SITE, ["who-else", SHOWN]],
  "BAD-REQUEST": [AGAIN, SITE, DETAILS],
  "CLIENT-REFUSED": [AGAIN, SITE, DETAILS],
  "PROVIDER-UNKNOWN": [AGAIN, DETAILS],
  "PROVIDER-DOWN": [CHECK, DETAILS],
  OFFLINE: [["run-diagnostics", { do: "run-diagnostics" }]],
  CAPTIVE: [["open-sign-in", { do: "sign-in", url: "http://echo.example/" }], CHECK],
  "IP-DISAGREE": [CHECK, ["choose-sources", { do: "choose-sources" }]],
  "VPN-ACTIVE": [["use-vpn", { do: "use-vpn" }], CHECK],
  "NOT-HOME": [["this-is-home", { do: "this-is-home" }], ["update-here", { do: "update-here" }]],
  CGNAT: [["how-known", { do: "run-diagnostics" }], ["ipv6-only", { do: "turn-off", family: "ipv4" }]],
  "IPV6-NONE": [["ipv6-off", { do: "turn-off", family: "ipv6" }]],
  "KEYCHAIN-LOCKED": [["unlock", { do: "unlock-keychain", account: "desec" }], AGAIN],
  "KEYCHAIN-ABSENT": [AGAIN, ["keep-in-memory", { do: "keep-in-memory", account: "desec" }]],
  "FOREIGN-CHANGE": [["take-over", { do: "try-again", hostname: "home.example.org" }], ["leave-alone", { do: "pause-hostname", hostname: "home.example.org" }]],
  "TLS-TRUST": [CHECK, ["run-diagnostics", { do: "run-diagnostics" }], DETAILS],
};

/** One fault alone: every one of them can be looked at. */
function fault(code: Code): Snapshot {
  const about = MACHINE.includes(code) ? [] : ["home.example.org"];
  const one = problem(code, "error", CURES[code] ?? [AGAIN, SITE], about);
  return {
    ...base,
    state: "error",
    headline: one.happened,
    detail: one.means,
    problems: [one],
    hostnames: [row("home.example.org", DESEC, about.length > 0 ? "error" : "ok", said(about.length > 0 ? "row-attention" : "row-ok"), about.length > 0 ? ["wrong", "off"] : ["verified", "off"], { fault: about.length > 0 ? code : null })],
  };
}

let number = 0;

export function entry(at: number, weight: Entry["weight"], happening: Entry["happening"], line: string): Entry {
  number += 1;
  return { id: number, at, weight, happening, line };
}
