// A state is a shape and a word; colour only repeats it. The shapes are named here, once.
import type { Chip, Code, Entry, CheckResult, State, Verdict } from "./wire";

export interface Glyph {
  icon: string;
  /** The class that colours it. */
  tone: string;
}

export const STATES: Record<State, Glyph> = {
  ok: { icon: "circle-check", tone: "ok" },
  working: { icon: "loader-circle", tone: "working" },
  holding: { icon: "circle-pause", tone: "holding" },
  attention: { icon: "triangle-alert", tone: "attention" },
  error: { icon: "circle-x", tone: "error" },
  offline: { icon: "circle-slash", tone: "offline" },
};

export const CHIPS: Record<Chip["state"], Glyph> = {
  verified: { icon: "check", tone: "ok" },
  accepted: { icon: "loader-circle", tone: "working" },
  sending: { icon: "loader-circle", tone: "working" },
  holding: { icon: "pause", tone: "holding" },
  unsure: { icon: "triangle-alert", tone: "attention" },
  wrong: { icon: "x", tone: "error" },
  offline: { icon: "circle-slash", tone: "offline" },
  off: { icon: "minus", tone: "none" },
  "not-here": { icon: "minus", tone: "none" },
};

export const VERDICTS: Record<Verdict, Glyph> = {
  direct: { icon: "circle-check", tone: "ok" },
  "behind-nat": { icon: "router", tone: "dim" },
  cgnat: { icon: "triangle-alert", tone: "attention" },
  "not-here": { icon: "minus", tone: "dim" },
  unknown: { icon: "circle-help", tone: "dim" },
};

export const CHECKS: Record<CheckResult, Glyph> = {
  pass: { icon: "circle-check", tone: "ok" },
  warn: { icon: "triangle-alert", tone: "attention" },
  fail: { icon: "circle-x", tone: "error" },
  skipped: { icon: "circle-dashed", tone: "faint" },
};

const HAPPENINGS: Partial<Record<Entry["happening"]["kind"], Glyph>> = {
  started: { icon: "power", tone: "faint" },
  "address-changed": { icon: "arrow-right-left", tone: "working" },
  sent: { icon: "send", tone: "working" },
  answered: { icon: "check", tone: "ok" },
  proved: { icon: "circle-check", tone: "ok" },
  held: { icon: "circle-pause", tone: "holding" },
  paused: { icon: "circle-pause", tone: "holding" },
  resumed: { icon: "play", tone: "ok" },
  "settings-changed": { icon: "sliders-horizontal", tone: "faint" },
  notified: { icon: "send", tone: "ok" },
  checked: { icon: "circle-dashed", tone: "faint" },
};

export function ofEntry(entry: Entry): Glyph {
  if (entry.weight === "failure") return { icon: "circle-x", tone: "error" };
  if (entry.weight === "warning") return { icon: "triangle-alert", tone: "attention" };
  return HAPPENINGS[entry.happening.kind] ?? { icon: "circle-dashed", tone: "faint" };
}

const KEYS: Code[] = ["AUTH-REJECTED", "AUTH-SCOPE", "SECRET-MISSING"];
const LOCKS: Code[] = ["KEYCHAIN-LOCKED", "KEYCHAIN-ABSENT", "KEYCHAIN-DENIED", "TLS-TRUST"];

export function ofProblem(code: Code): string {
  if (KEYS.includes(code)) return "key-round";
  if (LOCKS.includes(code)) return "lock";
  if (code === "OFFLINE" || code === "NO-DNS") return "circle-slash";
  if (code === "VPN-ACTIVE" || code === "NOT-HOME") return "circle-pause";
  return "triangle-alert";
}
