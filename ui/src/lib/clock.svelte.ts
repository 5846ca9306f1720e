// One clock for all countdowns and spans, so that no component has a timer of its own.
let now = $state(Date.now());
setInterval(() => (now = Date.now()), 1_000);

export const clock = {
  /** The wall clock, in milliseconds since 1970, new each second. */
  get now(): number {
    return now;
  },
};

/** Whole seconds until a moment; zero once it is there. */
export function secondsUntil(at: number | null): number {
  return at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1_000));
}
