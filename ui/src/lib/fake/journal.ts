// A made-up history: two days in every line, and a year of addresses and outages.
import type { Entry } from "../wire";
import { spoilt } from "./hostile";
import { entry, IPV4, IPV6, NOW, type Scenario } from "./scenarios";
import { said } from "./texts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const hostname = "home.example.org";

export function journal(scenario: Scenario): Entry[] {
  if (scenario === "hostile") return journal("ok").map((each, turn) => ({ ...each, line: spoilt(each.line, turn) }));
  if (scenario === "empty") return [];
  const checks = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => entry(from + index * 5 * MINUTE, "routine", { kind: "checked" }, said("journal-checked")));
  return [
    entry(NOW - 2 * DAY, "routine", { kind: "started", of: { version: "0.1.0" } }, said("journal-started", { version: "0.1.0" })),
    entry(NOW - DAY - 40 * MINUTE, "warning", { kind: "no-answer", of: { hostname, provider: "duckdns", uncertain: false, message: "503" } }, said("journal-not-sent", { host: hostname, provider: "Duck DNS", message: "503" })),
    entry(NOW - DAY, "change", { kind: "held", of: { code: "NOT-HOME", name: "" } }, said("journal-held-away")),
    ...checks(NOW - 80 * MINUTE, 12),
    entry(
      NOW - 12 * MINUTE,
      "failure",
      { kind: "answered", of: { hostname, provider: "desec", means: "bad-auth", message: "Invalid token.", exchange: { request: "GET https://update.dedyn.io/", answer: 'HTTP 401 {"detail":"Invalid token (hidden)."}' } } },
      said("journal-answered-bad-auth", { host: hostname, provider: "deSEC", quoted: "yes", message: "Invalid token." }),
    ),
    entry(NOW - 12 * MINUTE, "failure", { kind: "halted", of: { hostname, provider: "desec", means: "bad-auth" } }, said("journal-halted-hostname", { host: hostname, provider: "deSEC" })),
    entry(NOW - 4 * MINUTE, "change", { kind: "address-changed", of: { family: "ipv4", old: "198.51.100.23", new: IPV4, witnesses: ["router", "a service"] } }, said("journal-address-changed", { family: "IPv4", new: IPV4, old: "198.51.100.23", names: "router" })),
    entry(NOW - 4 * MINUTE, "change", { kind: "sent", of: { hostnames: [hostname], provider: "desec", addresses: [IPV4] } }, said("journal-sent", { count: 1, addresses: IPV4, host: hostname, provider: "deSEC" })),
    entry(NOW - 3 * MINUTE, "change", { kind: "proved", of: { hostname, address: IPV4, seconds: 4 } }, said("journal-proved", { host: hostname, address: IPV4, seconds: 4 })),
    ...checks(NOW - 3 * MINUTE, 1),
  ];
}

const moved = (days: number, family: "ipv4" | "ipv6", to: string) =>
  entry(NOW - days * DAY, "change", { kind: "address-changed", of: { family, old: null, new: to, witnesses: [] } }, to);

export function year(scenario: Scenario): Entry[] {
  if (scenario === "hostile") return year("ok").map((each, turn) => ({ ...each, line: spoilt(each.line, turn) }));
  if (scenario === "empty") return [];
  const tenures = [340, 305, 280, 214, 160, 121, 89, 58, 34, 10.4].map((days, index) => moved(days, "ipv4", `198.51.100.${20 + index}`));
  const many = scenario === "many" ? Array.from({ length: 3_000 }, (_, index) => moved(360 - index * 0.12, "ipv4", `198.51.100.${index % 250}`)) : [];
  const outages = [
    entry(NOW - 36 * DAY, "warning", { kind: "no-answer", of: { hostname, provider: "desec", uncertain: false, message: "503" } }, said("journal-not-sent", { host: hostname, provider: "deSEC", message: "503" })),
    moved(34.2, "ipv4", "198.51.100.28"),
    entry(NOW - 21 * DAY, "change", { kind: "held", of: { code: "VPN-ACTIVE", name: "wg0" } }, said("journal-held-vpn", { name: "wg0" })),
    entry(NOW - 19.5 * DAY, "change", { kind: "held", of: { code: null, name: "" } }, said("journal-released")),
    entry(NOW - 4 * DAY, "warning", { kind: "address-unknown", of: { family: "ipv4", why: "why-no-route", addresses: [] } }, said("journal-address-unknown", { family: "IPv4", why: said("why-no-route") })),
    moved(3.9, "ipv4", "198.51.100.29"),
    moved(200, "ipv6", "2001:db8:4a3f:1b00:b62e:99ff:fe12:7a21"),
    moved(41, "ipv6", IPV6),
    moved(0.2, "ipv4", IPV4),
  ];
  return [...tenures, ...many, ...outages].sort((one, other) => one.at - other.at);
}
