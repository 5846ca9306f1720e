// The small rules of the window, each in a line or two.
import { beforeAll, describe, expect, it } from "vitest";

import { days, fits, sent } from "./activity";
import { halves, isHostname } from "./address";
import { ofTheWindow, pseudo } from "./fake/pseudo";
import { cleaned, complaint } from "./fields";
import { since, span } from "./moments";
import { follow, type Question } from "./remedy";
import { server, servers } from "./nameservers";
import { fields, plain, whole } from "./report";
import { providerOf } from "./standby";
import { say, speak, suited } from "./texts.svelte";
import type { CardField, Entry, Snapshot } from "./wire";

beforeAll(() => speak("en"));

describe("languages", () => {
  it("are chosen by what the system asks for", () => {
    expect(suited(["de-AT", "en"])).toBe("de");
    expect(suited(["zh-Hans-SG"])).toBe("zh-CN");
    expect(suited(["zh-TW", "ja"])).toBe("ja");
    expect(suited(["nl"])).toBe("en");
  });

  it("fill placeholders and plurals", () => {
    expect(say("window-problems", { count: 1 })).toBe("1 problem");
    expect(say("window-problems", { count: 3 })).toBe("3 problems");
  });

  it("bring only what the window shows, and a pseudo-language that keeps the placeholders", () => {
    const catalogue = "## A\nwindow-a = Words { $count ->\n    [one] one\n   *[other] { $count }\n}\ntray-b = Other\n";
    expect(ofTheWindow(catalogue)).not.toContain("tray-b");
    expect(pseudo("window-a = Words { $count }")).toMatch(/^window-a = W.{5,} \{ \$count \}$/);
  });
});

const field: CardField = { key: "token", label: "Token", help: "", secret: true, optional: false, example: "", pattern: "[a-z]{4}", options: [], default: "", lines: false, checked: false };

describe("fields", () => {
  it("lose what copying puts around them", () => expect(cleaned(" Authorization: Bearer abcd \n")).toBe("abcd"));
  it("keep a password that begins with such a word", () => {
    expect(cleaned("bearer abcd")).toBe("abcd");
    expect(cleaned("Basic instinct")).toBe("Basic instinct");
    expect(cleaned(" -----BEGIN KEY-----\nabcd\n ")).toBe("-----BEGIN KEY-----\nabcd");
  });
  it("say what is wrong with a value", () => {
    expect(complaint(field, "")).toContain("Token");
    expect(complaint(field, "abcd")).toBe("");
    expect(complaint(field, "no")).not.toBe("");
  });
});

describe("addresses", () => {
  it("break in the middle when they are long", () => expect(halves("2001:db8:4a3f::7a21:99ff")).toEqual(["2001:db8:4a3f:0:", "0:0:7a21:99ff"]));
  it("are not hostnames", () => {
    expect(isHostname("home.example.org")).toBe(true);
    expect(isHostname("kamera-straße.example.org")).toBe(true);
    expect(isHostname("203.0.113.7")).toBe(false);
  });
});

const entry: Entry = { id: 1, at: 0, weight: "failure", happening: { kind: "halted", of: { hostname: "a.example.org", provider: "desec", means: "bad-auth" } }, line: "It stopped" };

describe("the history", () => {
  it("is filtered by weight, hostname and words", () => {
    expect(fits(entry, { shown: "problems", hostname: "a.example.org", text: "STOP" })).toBe(true);
    expect(fits(entry, { shown: "problems", hostname: "b.example.org", text: "" })).toBe(false);
  });
  it("folds routine checks that follow each other", () => {
    const checked = (id: number): Entry => ({ id, at: id, weight: "routine", happening: { kind: "checked" }, line: "" });
    expect(days([checked(1), checked(2), checked(3)], { shown: "all", hostname: "", text: "" })[0]?.lines).toMatchObject([{ folded: 3 }]);
  });
  it("is copied as plain lines, and unfolds its fields", () => {
    expect(plain([entry])).toBe("1970-01-01T00:00:00.000Z\tfailure\tIt stopped");
    expect(fields(entry)).toContainEqual(["means", "bad-auth"]);
  });
});

it("a report is copied as it is seen, one file after the other", () => {
  const pieces = [{ text: "Name ", hidden: false }, { text: "host-1", hidden: true }];

  expect(whole({ parts: [{ name: "a.txt", pieces }, { name: "b.txt", pieces: [] }] })).toBe("== a.txt\nName host-1\n== b.txt\n");
});

describe("name servers", () => {
  it("get a port where none is typed", () => {
    expect(["192.0.2.53", " 192.0.2.53:5353 ", "2001:db8::53", "[2001:db8::53]:54"].map(server)).toEqual(["192.0.2.53:53", "192.0.2.53:5353", "[2001:db8::53]:53", "[2001:db8::53]:54"]);
  });
  it("are addresses, and the first wrong line is told", () => {
    expect(["ns.example.org", "192.0.2.256", "192.0.2.53:0", "[192.0.2.53]:53", "192.0.2.53:99999"].map(server)).toEqual([null, null, null, null, null]);
    expect(servers("192.0.2.53\n\nns.example.org\n").wrong).toContain("ns.example.org");
    expect(servers("\n192.0.2.53\n")).toEqual({ list: ["192.0.2.53:53"], wrong: "" });
  });
});

it("spans and moments are written by the platform", () => {
  expect(span(36 * 3_600_000)).toMatch(/1.*12/);
  expect(since(0, 120_000)).toContain("2");
});

it("every remedy leads somewhere", () => {
  const went: string[] = [];
  const ways = { ask: () => went.push("ask"), pose: (question: Question) => went.push(question.question), open: () => went.push("open"), hostname: () => went.push("hostname"), activity: (name: string) => went.push(`activity of ${name}`), diagnose: () => went.push("diagnose"), sources: () => went.push("sources"), now: () => null };
  follow({ do: "check-now" }, ways);
  follow({ do: "replace-secret", account: "a" }, ways);
  follow({ do: "open-provider", url: "u" }, ways);
  follow({ do: "edit-hostname", hostname: "h" }, ways);
  follow({ do: "run-diagnostics" }, ways);
  follow({ do: "choose-sources" }, ways);
  follow({ do: "unlock-keychain", account: "a" }, ways);
  follow({ do: "update-here" }, ways);
  follow({ do: "show-zones", hostname: "h", account: "a" }, ways);
  follow({ do: "show-activity", hostname: "h" }, ways);
  expect(went).toEqual(["ask", "replace", "open", "hostname", "diagnose", "sources", "ask", "update-here", "zones", "activity of h"]);
});

it("counts what was sent for one hostname, in batches too", () => {
  const of = (at: number, ...hostnames: string[]): Entry => ({ id: at, at, weight: "routine", line: "", happening: { kind: "sent", of: { hostnames, provider: "desec", addresses: [] } } });
  expect(sent([of(1, "a"), of(2, "a", "b"), of(3, "b")], "a", 1)).toBe(2);
  expect(sent([of(1, "a"), of(2, "a", "b"), of(3, "b")], "a", 2)).toBe(1);
});

it("knows the provider of a standby's account, which may be replaced as well", () => {
  const home = { hostnames: [{ account: "first", provider: "desec", standby: { account: "second", provider: "cloudflare" } }] } as unknown as Snapshot;
  expect(providerOf(home, "first")?.provider).toBe("desec");
  expect(providerOf(home, "second")?.provider).toBe("cloudflare");
  expect(providerOf(home, "nobody")).toBeUndefined();
});
