import { describe, expect, it } from "vitest";

import { bars, tenure } from "./tenure";
import type { Entry, Happening } from "./wire";

let number = 0;
function entry(at: number, happening: Happening): Entry {
  number += 1;
  return { id: number, at, weight: "change", happening, line: `line ${at}` };
}
const moved = (at: number, address: string) => entry(at, { kind: "address-changed", of: { family: "ipv4", old: null, new: address, witnesses: [] } });

describe("how long each address was held", () => {
  it("ends one when the next begins, and leaves the last open", () => {
    const { held } = tenure([moved(10, "a"), moved(30, "b")], "ipv4");

    expect(held).toEqual([{ address: "a", from: 10, to: 30 }, { address: "b", from: 30, to: null }]);
  });

  it("counts an address that is told twice once", () => {
    expect(tenure([moved(10, "a"), moved(20, "a")], "ipv4").held).toHaveLength(1);
  });

  it("keeps the families apart", () => {
    expect(tenure([moved(10, "a")], "ipv6").held).toEqual([]);
  });

  it("draws an outage until something is right again, and only for the hostname it is about", () => {
    const happened = [
      entry(5, { kind: "no-answer", of: { hostname: "a.example.org", provider: "p", uncertain: false, message: "" } }),
      entry(9, { kind: "proved", of: { hostname: "a.example.org", address: "x", seconds: 1 } }),
      entry(12, { kind: "held", of: { code: "VPN-ACTIVE", name: "wg0" } }),
    ];

    expect(tenure(happened, "ipv4", "a.example.org").outages.map(({ kind, from, to }) => [kind, from, to])).toEqual([["trouble", 5, 9], ["hold", 12, null]]);
    expect(tenure(happened, "ipv4", "b.example.org").outages.map(({ kind }) => kind)).toEqual(["hold"]);
  });
});

describe("bars", () => {
  it("fill the line and never stand out of it", () => {
    expect(bars([{ from: 0, to: 50 }, { from: 50, to: null }], 0, 100)).toEqual([{ x: 0, width: 500, index: 0 }, { x: 500, width: 500, index: 1 }]);
    expect(bars([{ from: 99.9, to: null }], 0, 100)[0]).toMatchObject({ x: 996, width: 4 });
  });

  it("leave out what ended before the line, and fold what would be too narrow to tell apart", () => {
    expect(bars([{ from: 0, to: 5 }], 10, 100)).toEqual([]);
    const many = Array.from({ length: 5_000 }, (_, index) => ({ from: index, to: index + 1 }));
    expect(bars(many, 0, 5_000).length).toBeLessThanOrEqual(251);
  });
});
