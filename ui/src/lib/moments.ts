// Moments and spans as this system writes them.
import type { Wall } from "./wire";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const dayAndClock = new Intl.DateTimeFormat(undefined, {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long" });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const ago = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whether two moments are on the same local day. */
export function sameDay(one: Wall, other: Wall): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** "09:41" today, "12 Nov, 07:14" on another day. */
export function moment(at: Wall, now: Wall): string {
  return (sameDay(at, now) ? clock : dayAndClock).format(at);
}

/** "09:41". */
export function time(at: Wall): string {
  return clock.format(at);
}

/** "22 November". */
export function date(at: Wall): string {
  return day.format(at);
}

/** The moment to the second, for whoever hovers. */
export function exact(at: Wall): string {
  return whole.format(at);
}

/** "2 minutes ago". */
export function since(at: Wall, now: Wall): string {
  const span = now - at;
  if (span < 45_000) return ago.format(0, "second");
  if (span < HOUR) return ago.format(-Math.max(1, Math.round(span / MINUTE)), "minute");
  if (span < DAY) return ago.format(-Math.round(span / HOUR), "hour");
  return ago.format(-Math.round(span / DAY), "day");
}
