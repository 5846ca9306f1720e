// Strings from outside that would like to be more than text, in every field of the snapshot.
import type { Snapshot } from "../wire";

const NASTY = [
  `<img src=x onerror="window.complaints.push('ran')">`,
  `"><script>window.complaints.push('ran')</script>`,
  "\u202Egnirts desrever\u202C \u2067\u05E2\u05D1\u05E8\u05D9\u05EA\u2069",
  "a".repeat(400),
  "Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334\u0319\u0324\u031E\u0349\u035A\u032F\u031E\u0320\u034DA\u036B\u0357\u0334\u0362\u0335\u031C\u0330\u0354",
  "{ $hostname } ${1} {{x}} %s \\u0000\u0007\n\tline",
];
/** Fields that the page chooses by, and that never come from outside. */
const CHOSEN = ["family", "state", "verdict", "code", "severity", "do", "tray", "language", "fault", "theme", "notifications", "vpn", "name", "account", "provider", "kind", "belief"];

/** The same line with a nasty text in it. */
export function spoilt(line: string, turn: number): string {
  return `${line} ${NASTY[turn % NASTY.length] ?? ""}`;
}

/** The same value with a nasty text in place of every text that is shown. */
export function hostile(value: Snapshot): Snapshot {
  let turn = 0;
  const spoil = (of: unknown, key: string): unknown => {
    if (typeof of === "string") return CHOSEN.includes(key) ? of : NASTY[turn++ % NASTY.length];
    if (Array.isArray(of)) return of.map((each) => spoil(each, key));
    if (of !== null && typeof of === "object") return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, name === "preferences" ? each : spoil(each, name)]));
    return of;
  };
  const problem = { code: "BLOCKED", severity: "error", happened: "x", means: "x", cure: "x", buttons: [{ label: "x", remedy: { do: "check-now" } }], hostnames: [], since: value.at, next_try: null };
  return spoil({ ...value, problems: [problem] }, "") as Snapshot;
}
