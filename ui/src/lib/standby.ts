// What is said of a standby.
import { moment } from "./moments";
import { say } from "./texts.svelte";
import type { Snapshot, StandbyRow, Wall } from "./wire";

/** The provider of an account that keeps a hostname, first or as its standby. */
export function providerOf(snapshot: Snapshot | null, account: string): { provider: string; provider_name: string } | undefined {
  return snapshot?.hostnames.flatMap((row) => (row.standby ? [row, row.standby] : [row])).find((each) => each.account === account);
}

/** Whether it serves and since when, or when it would. */
export function standing(standby: StandbyRow, now: Wall): string {
  if (standby.serves) return standby.serves_since === null ? say("window-standby-serves") : say("window-standby-since", { time: moment(standby.serves_since, now) });
  if (standby.serves_at !== null) return say("window-standby-from", { time: moment(standby.serves_at, now) });
  return say("window-standby-waits");
}

/** The same in the few words that a row has room for. */
export function inRow(standby: StandbyRow, now: Wall): string {
  const provider = standby.provider_name;
  if (standby.fault) return say("window-standby-row-fault", { provider, words: standby.words });
  if (standby.serves) return standby.serves_since === null ? provider : `${provider} · ${say("window-since", { time: moment(standby.serves_since, now) })}`;
  if (standby.serves_at !== null) return say("window-standby-row-from", { provider, time: moment(standby.serves_at, now) });
  return say("window-standby-row", { provider });
}
