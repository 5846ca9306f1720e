// The whole window in any browser, with made-up data: `?scenario=problem` and so on, see fake/scenarios.ts.
import type { Backend, News } from "./contract";
import { CARDS } from "./fake/cards";
import { entry, IPV4, IPV6, row, SCENARIOS, snapshot, type Scenario } from "./fake/scenarios";
import { journal, year } from "./fake/journal";
import type { Check, HostnameRow, Language, PerFamily, Refusal, Request, Response, Snapshot } from "./wire";

const asked = new URLSearchParams(location.search);
const scenario: Scenario = SCENARIOS.find((each) => each === asked.get("scenario")) ?? "ok";
const theme = asked.get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;
// Any language, and one that only exists for tests: 40 % longer words.
const language = (asked.get("language") ?? "en") as Language;
const pages = ["activity", "network", "settings"] as const;

// What goes wrong without anybody seeing it, for the tests.
const complaints: string[] = [];
Object.assign(window, { complaints });
const complain = console.error;
console.error = (...said: unknown[]) => {
  complaints.push(said.map(String).join(" "));
  complain(...said);
};
addEventListener("error", (event) => complaints.push(String(event.message)));
addEventListener("unhandledrejection", (event) => complaints.push(String(event.reason)));

let now: Snapshot = { ...snapshot(scenario), language };
if (theme === "light" || theme === "dark") now.preferences = { ...now.preferences, theme };
const entries = journal(scenario);
let news: News | null = null;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, asked.has("fast") ? 0 : milliseconds));

function tell(change: Partial<Snapshot>) {
  now = { ...now, ...change, revision: now.revision + 1, at: Date.now() };
  news?.snapshot(now);
}

function log(line: string) {
  const made = entry(Date.now(), "change", { kind: "settings-changed", of: { what: line } }, line);
  entries.push(made);
  news?.entry(made);
}

function add(made: HostnameRow, practice: Snapshot["practice"]) {
  const words = { state: "working", words: "Updating" } as const;
  tell({ hostnames: [...now.hostnames, { ...made, ...words }], practice: practice ?? now.practice, state: "working", headline: `Updating ${made.name}` });
  log(`${made.name} was added`);
  void pause(900).then(() =>
    tell({ hostnames: now.hostnames.map((each) => (each.name === made.name ? made : each)), state: "ok", headline: `${made.name} is up to date`, detail: "Proved through DNS just now." }),
  );
}

const CHECKS: Check[] = [
  { code: "ROUTE", title: "Way out", result: "pass", found: "Wi-Fi, gateway 192.168.1.1", cure: "" },
  { code: "SOURCES", title: "Sources of the address agree", result: "pass", found: "3 services", cure: "" },
  { code: "CLOCK", title: "Clock", result: "warn", found: "It is 3 minutes slow.", cure: "Turn on “Set time automatically”." },
  { code: "KEYCHAIN", title: "Keychain", result: "fail", found: "The keyring is locked.", cure: "Unlock it; we try again by ourselves." },
  { code: "TRAY", title: "Tray", result: "skipped", found: "no desktop session", cure: "" },
];

const refused = (field: string | null): Refusal => ({ happened: "deSEC did not accept the token.", means: "It was mistyped, deleted or has expired.", cure: "Paste it again.", field });

async function answer(request: Request): Promise<Response> {
  const done: Response = { response: "done" };
  await pause(150);
  switch (request.request) {
    case "history":
      return { response: "journal", of: request.of.before === null ? entries : [] };
    case "timeline":
      return { response: "journal", of: year(scenario) };
    case "set-records":
      tell({ hostnames: now.hostnames.map((each) => (each.name === request.of.hostname ? switched(each, request.of.records) : each)) });
      return done;
    case "set-preferences":
      tell({ preferences: request.of, language: request.of.language ?? language });
      return done;
    case "providers":
      return { response: "providers", of: CARDS };
    case "recognise": {
      const found = CARDS.find((card) => card.suffixes.some((suffix) => request.of.hostname.endsWith(suffix))) ?? (request.of.hostname.endsWith("example.org") ? CARDS[0] : undefined);
      return { response: "recognised", of: found ? [{ provider: found.id, because: "Recognised by its name servers." }] : [] };
    }
    case "doctor":
      await pause(600);
      return { response: "checks", of: CHECKS };
    case "try": {
      await pause(1_200);
      const { what } = request.of;
      if (Object.values(what.secrets).some((secret) => secret.startsWith("wrong"))) return { response: "refused", of: refused("token") };
      return {
        response: "outcomes",
        of: [{ hostname: what.hostname, provider: what.provider, outcome: "updated", means: "good", message: "deSEC took the new address.", address: { ipv4: what.ipv4 ? IPV4 : null, ipv6: what.ipv6 ? IPV6 : null }, retry_after_s: null, proved: true }],
      };
    }
    case "add": {
      const card = CARDS.find((each) => each.id === request.of.provider);
      add(row(request.of.hostname, [request.of.provider, card?.name ?? ""], "ok", "Up to date", ["verified", request.of.ipv6 ? "verified" : "off"], { since: Date.now() }), null);
      return done;
    }
    case "add-practice":
      add(row("home.practice.test", ["practice", "Practice"], "ok", "Up to date", ["verified", "verified"], { since: Date.now() }), { port: 5353, command: "dig @127.0.0.1 -p 5353 home.practice.test" });
      return done;
    case "remove":
      tell({ hostnames: now.hostnames.filter((each) => each.name !== request.of.hostname) });
      return done;
    case "pause-hostname":
      tell({ hostnames: now.hostnames.map((each) => (each.name === request.of.hostname ? { ...each, paused: request.of.paused, state: request.of.paused ? "holding" : "ok", words: request.of.paused ? "Paused by you" : "Up to date" } : each)) });
      return done;
    case "pause":
      tell({ pause: { until: null }, state: "holding", headline: "Updates are paused", detail: "Your names stay as they are." });
      return done;
    case "resume":
      tell({ pause: null, state: "ok", headline: snapshot("ok").headline, detail: snapshot("ok").detail });
      return done;
    case "check-now":
      tell({ busy: true });
      void pause(1_000).then(() => tell({ busy: false, check_allowed: Date.now() + 38_000 }));
      return done;
    case "replace-secrets":
      return Object.values(request.of.secrets).some((secret) => secret.startsWith("wrong")) ? { response: "refused", of: refused(null) } : done;
    default:
      return done;
  }
}

function switched(each: HostnameRow, records: PerFamily<boolean>): HostnameRow {
  const chip = (family: "ipv4" | "ipv6") => ({ ...each.records[family], state: records[family] ? ("verified" as const) : ("off" as const), word: records[family] ? "verified" : "off" });
  return { ...each, records: { ipv4: chip("ipv4"), ipv6: chip("ipv6") } };
}

export const backend: Backend = {
  language,
  theme: theme !== null,
  ask: answer,
  async watch(listener) {
    news = listener;
    if (scenario === "starting") return;
    if (scenario === "failed") return listener.link({ state: "failed", why: "The program “homeport” was not found beside this window." });
    listener.link({ state: "ready" });
    listener.snapshot(now);
    if (scenario === "stopped") listener.link({ state: "stopped" });
  },
  open: async (url) => void window.open(url, "_blank", "noreferrer"),
  places: async () => ({ settings_file: "~/.config/homeport/settings.toml", state_folder: "~/.local/state/homeport", system: "linux", start: { page: pages.find((each) => each === asked.get("page")), hostname: asked.get("hostname"), add: asked.has("add") } }),
};
