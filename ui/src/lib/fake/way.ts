// The ways as a resident would have drawn them, for made-up homes.
import type { AddressCard, ChipState, HostnameRow, PerFamily, Said, Snapshot, Stop, StopState } from "../wire";

const FAR: Record<ChipState, [StopState, StopState]> = {
  verified: ["ok", "ok"],
  accepted: ["ok", "waiting"],
  sending: ["waiting", "waiting"],
  holding: ["old", "old"],
  unsure: ["unsure", "old"],
  wrong: ["old", "old"],
  offline: ["old", "old"],
  off: ["none", "none"],
  "not-here": ["none", "none"],
};
const LATER: Record<StopState, [Said, Said]> = { ok: ["servers", "seen"], waiting: ["soon", "soon"], old: ["old", "old"], unsure: ["old", "old"], none: ["nothing", "nothing"] };

function near(card: AddressCard): Stop[] {
  const lost = card.way === null;
  return [
    { station: "computer", state: "ok", cut: null, value: card.way?.own ?? "", said: lost ? "nothing" : "interface" },
    { station: "router", state: lost ? "old" : "ok", cut: lost ? "broken" : null, value: card.way?.gateway ?? "", said: lost ? "no-route" : "nothing" },
    { station: "internet", state: lost ? "old" : card.verdict === "cgnat" ? "unsure" : "ok", cut: null, value: card.address ?? "", said: "verdict" },
  ];
}

function far(row: HostnameRow, family: keyof PerFamily<boolean>, lost: boolean): Stop[] {
  const chip = row.records[family];
  const [provider, later] = FAR[chip.state];
  const held = chip.state === "holding" || row.state === "holding";
  const state = (own: StopState): StopState => (lost && own !== "none" ? "old" : own);
  const value = chip.address ?? "";
  return [
    { station: "provider", state: state(provider), cut: lost ? null : held ? "held" : provider === "old" ? "broken" : null, value, said: provider === "ok" ? "accepted" : provider === "none" ? "record" : "row" },
    { station: "dns", state: state(later), cut: null, value, said: LATER[later][0] },
    { station: "world", state: state(later), cut: null, value: later === "waiting" ? "" : value, said: LATER[later][1] },
  ];
}

export function drawn(home: Snapshot): Snapshot {
  const card = (each: AddressCard) => ({ ...each, stops: near(each) });
  const worst = (["error", "offline", "attention", "working", "holding", "ok"] as const).flatMap((state) => home.hostnames.filter((row) => row.state === state))[0];
  const quiet = (row: HostnameRow) => row.records.ipv4.state === "off" || row.records.ipv4.state === "not-here";
  const lost = (family: keyof PerFamily<boolean>) => home.addresses[family].way === null;
  return {
    ...home,
    addresses: { ipv4: card(home.addresses.ipv4), ipv6: card(home.addresses.ipv6) },
    hostnames: home.hostnames.map((row) => ({ ...row, telling: quiet(row) ? "ipv6" : "ipv4", stops: { ipv4: far(row, "ipv4", lost("ipv4")), ipv6: far(row, "ipv6", lost("ipv6")) } })),
    telling: worst?.name ?? null,
  };
}
