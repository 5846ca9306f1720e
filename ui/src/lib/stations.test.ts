// The stations of the way in words.
import { beforeAll, expect, it } from "vitest";

import { stations } from "./stations";
import { speak } from "./texts.svelte";
import type { AddressCard, Chip, HostnameRow, Snapshot, Stop } from "./wire";

const NOW = 1_000_000;
const stop = (station: Stop["station"], said: Stop["said"], rest: Partial<Stop> = {}): Stop => ({ station, state: "ok", cut: null, value: "203.0.113.7", said, ...rest });
const card = { verdict_word: "Direct", why: "", seen: NOW, way: { own: null, interface: "wlan0", gateway: null, tunnel: true }, stops: [stop("computer", "interface"), stop("router", "nothing"), stop("internet", "verdict")] } as unknown as AddressCard;

function along(far: Stop[], chip: Partial<Chip> = {}) {
  const row = { provider_name: "deSEC", words: "Token rejected", records: { ipv4: { word: "in DNS", servers: [], accepted: 5, asked: 6, proved: 7, cached_until: null, ...chip } }, stops: { ipv4: far } } as unknown as HostnameRow;
  return stations({ addresses: { ipv4: card } } as unknown as Snapshot, row, "ipv4", NOW, String);
}

beforeAll(() => speak("en"));

it("say what the snapshot says of them", () => {
  const found = along([stop("provider", "accepted"), stop("dns", "servers"), stop("world", "seen")], { servers: [{ name: "a", addresses: [], trouble: "", right: true }, { name: "b", addresses: [], trouble: "", right: false }] });

  expect(found.map((each) => [each.title, each.words])).toEqual([
    ["This computer", "wlan0"],
    ["VPN", ""],
    ["Internet", "Direct"],
    ["deSEC", "accepted 5"],
    ["DNS servers", "1 of 2 servers"],
    ["World", "sees it too"],
  ]);
  expect(found.map((each) => each.at)).toEqual([null, null, NOW, 5, 6, 7]);
});

it("count the world's caches down, and only where the way gets there", () => {
  const waits = { cached_until: NOW + 41_000 };

  expect(along([stop("world", "seen")], waits)[3]).toMatchObject({ state: "waiting", words: "41 s left", value: "" });
  expect(along([stop("world", "old", { state: "old" })], waits)[3]).toMatchObject({ state: "old", words: "old address" });
});
