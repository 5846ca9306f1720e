import { beforeAll, describe, expect, it } from "vitest";

import { servers, tellingFamily, way, worst } from "./way";
import { speak } from "./texts.svelte";
import type { AddressCard, Chip, HostnameRow, Snapshot } from "./wire";

const ADDRESS = "203.0.113.7";
const OLD = "198.51.100.23";
const NOW = 1_000_000;

function chip(state: Chip["state"], rest: Partial<Chip> = {}): Chip {
  return { family: "ipv4", state, word: state, address: state === "wrong" ? OLD : ADDRESS, accepted: NOW, proved: NOW, servers: [], asked: NOW, ttl: 60, cached_until: null, ...rest };
}

function row(ipv4: Chip, rest: Partial<HostnameRow> = {}): HostnameRow {
  return { name: "home.example.org", shown: "home.example.org", provider: "desec", provider_name: "deSEC", account: "desec", state: "ok", words: "Token rejected", fault: null, paused: false, records: { ipv4, ipv6: chip("off") }, since: NOW, next_try: null, standby: null, minimum_ttl: null, lower_ttl: false, ...rest };
}

function card(rest: Partial<AddressCard> = {}): AddressCard {
  return { family: "ipv4", address: ADDRESS, verdict: "direct", verdict_word: "Direct", why: "", seen: NOW, own_only: false, way: { own: "192.168.1.23", interface: "wlan0", gateway: "192.168.1.1", tunnel: false }, ...rest };
}

function home(ipv4: AddressCard): Snapshot {
  return { addresses: { ipv4, ipv6: card({ family: "ipv6" }) } } as Snapshot;
}

const along = (ipv4: AddressCard, of: HostnameRow) => way(home(ipv4), of, "ipv4", NOW, String);
const states = (ipv4: AddressCard, of: HostnameRow) => along(ipv4, of).stations.map((station) => station.state);

beforeAll(() => speak("en"));

describe("the way of an address", () => {
  it("is in order from end to end when the record is proved", () => {
    expect(states(card(), row(chip("verified")))).toEqual(["ok", "ok", "ok", "ok", "ok", "ok"]);
    expect(along(card(), row(chip("verified"))).ends).toBeNull();
  });

  it("ends at the provider when it refuses, and shows the old value beyond", () => {
    const found = along(card(), row(chip("wrong")));

    expect(found.ends?.id).toBe("provider");
    expect(found.stations.slice(3).map((station) => [station.state, station.value])).toEqual([["old", OLD], ["old", OLD], ["old", OLD]]);
  });

  it("ends at DNS when the provider accepted what its servers do not show", () => {
    expect(along(card(), row(chip("wrong"), { fault: "NOT-IN-DNS" })).ends?.id).toBe("dns");
  });

  it("is broken once, at the router, without a way out", () => {
    const found = along(card({ way: null, address: null, seen: null, verdict: "unknown" }), row(chip("offline")));

    expect(found.ends?.id).toBe("router");
    expect(found.stations.filter((station) => station.cut !== null)).toHaveLength(1);
  });

  it("rests before the provider while updates are on hold", () => {
    expect(along(card(), row(chip("holding"))).ends?.cut).toBe("pause");
  });

  it("keeps what is published right while updates only wait", () => {
    const found = along(card(), row(chip("verified"), { state: "holding" }));

    expect(found.ends).toMatchObject({ id: "provider", cut: "pause" });
    expect(found.stations[5]?.state).toBe("ok");
  });

  it("marks a shared address without breaking the way", () => {
    const found = along(card({ verdict: "cgnat" }), row(chip("verified")));

    expect(found.ends).toBeNull();
    expect(found.stations[2]?.state).toBe("unsure");
  });

  it("counts the world's caches down", () => {
    const world = along(card(), row(chip("verified", { cached_until: NOW + 41_000 }))).stations[5];

    expect(world).toMatchObject({ state: "waiting", words: "41 s left" });
  });
});

it("shows the worst hostname, and the family that tells more of it", () => {
  const bad = row(chip("wrong"), { name: "bad.example.org", state: "error" });
  expect(worst([row(chip("verified")), bad])?.name).toBe("bad.example.org");
  expect(tellingFamily(row(chip("off"), { records: { ipv4: chip("off"), ipv6: chip("verified") } }))).toBe("ipv6");
});

it("says what most name servers say", () => {
  const server = (name: string, address: string) => ({ name, addresses: [address], trouble: "", right: address === ADDRESS });
  const said = servers(chip("accepted", { servers: [server("a", OLD), server("b", OLD), server("c", ADDRESS)] }));

  expect(said).toEqual({ address: OLD, right: 1, count: 3 });
});
