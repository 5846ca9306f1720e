// Moments and spans as they are written in the language in use.
import { language } from "./texts.svelte";
import type { Wall } from "./wire";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const made = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat>();

/** The system's own way of writing where its language is the one in use: British or American, for example. */
function locale(): string {
  const own = navigator.languages.find((tag) => tag.toLowerCase().split("-")[0] === language().toLowerCase().split("-")[0]);
  return own ?? language();
}

function kept<T extends Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.NumberFormat>(key: string, make: (locale: string) => T): T {
  const id = `${locale()} ${key}`;
  const known = made.get(id) as T | undefined;
  if (known) return known;
  const format = make(locale());
  made.set(id, format);
  return format;
}

const dated = (key: string, options: Intl.DateTimeFormatOptions) => kept(key, (tag) => new Intl.DateTimeFormat(tag, options));

/** Whether two moments are on the same local day. */
export function sameDay(one: Wall, other: Wall): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** "09:41" today, "12 Nov, 07:14" on another day. */
export function moment(at: Wall, now: Wall): string {
  return sameDay(at, now) ? time(at) : dated("moment", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "09:41". */
export function time(at: Wall): string {
  return dated("time", { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** "22 November". */
export function date(at: Wall): string {
  return dated("date", { day: "numeric", month: "long" }).format(at);
}

/** "22 Nov", for an axis. */
export function shortDate(at: Wall): string {
  return dated("short", { day: "numeric", month: "short" }).format(at);
}

/** The moment to the second, for whoever hovers. */
export function exact(at: Wall): string {
  return dated("exact", { dateStyle: "full", timeStyle: "medium" }).format(at);
}

/** "2 minutes ago". */
export function since(at: Wall, now: Wall): string {
  const ago = kept("ago", (tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
  const span = now - at;
  if (span < 45_000) return ago.format(0, "second");
  if (span < HOUR) return ago.format(-Math.max(1, Math.round(span / MINUTE)), "minute");
  if (span < DAY) return ago.format(-Math.round(span / HOUR), "hour");
  return ago.format(-Math.round(span / DAY), "day");
}

/** "12 d 4 h", the two greatest parts of a span. */
export function span(milliseconds: number): string {
  const part = (count: number, unit: string) =>
    kept(unit, (tag) => new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay: "narrow" })).format(count);
  const [days, hours, minutes] = [Math.floor(milliseconds / DAY), Math.floor((milliseconds % DAY) / HOUR), Math.floor((milliseconds % HOUR) / MINUTE)];
  if (days > 0) return hours > 0 && days < 30 ? `${part(days, "day")} ${part(hours, "hour")}` : part(days, "day");
  if (hours > 0) return minutes > 0 ? `${part(hours, "hour")} ${part(minutes, "minute")}` : part(hours, "hour");
  return part(Math.max(1, minutes), "minute");
}
