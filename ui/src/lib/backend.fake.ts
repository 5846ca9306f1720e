// The whole window in any browser, with made-up data: `?scenario=problem` and so on, see fake/scenarios.ts.
import type { Backend, News } from "./contract";
import { CARDS } from "./fake/cards";
import { IMPORT } from "./fake/imported";
import { entry, IPV4, IPV6, row, SCENARIOS, snapshot, type Scenario } from "./fake/scenarios";
import { journal, year } from "./fake/journal";
import { token } from "./fake/token";
import { drawn } from "./fake/way";
import { asked, language, said } from "./fake/texts";
import type { Autostart, Check, HostnameRow, Means, OutcomeReport, PerFamily, Refusal, Request, Response, Snapshot, SupportReport } from "./wire";

const scenario: Scenario = SCENARIOS.find((each) => each === asked.get("scenario")) ?? "ok";
const theme = asked.get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;
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

let now: Snapshot = drawn({ ...snapshot(scenario), language });
if (theme === "light" || theme === "dark") now.preferences = { ...now.preferences, theme };
let autostart: Autostart = { state: "on", hidden: true, place: "~/.config/autostart/org.homeport.Homeport.desktop", program: "/usr/bin/homeport" };
const entries = journal(scenario);
let webhookBefore: Snapshot["webhook"] = null;
let news: News | null = null;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, asked.has("fast") ? 0 : milliseconds));

function tell(change: Partial<Snapshot>) {
  now = drawn({ ...now, ...change, revision: now.revision + 1, at: Date.now() });
  news?.snapshot(now);
}

function log(line: string) {
  const made = entry(Date.now(), "change", { kind: "settings-changed", of: { what: line } }, line);
  entries.push(made);
  news?.entry(made);
}

function add(made: HostnameRow, practice: Snapshot["practice"]) {
  const words = { state: "working", words: said("row-sending") } as const;
  tell({ hostnames: [...now.hostnames, { ...made, ...words }], practice: practice ?? now.practice, state: "working", headline: said("headline-updating", { host: made.name }) });
  log(`${made.name} was added`);
  void pause(900).then(() =>
    tell({ hostnames: now.hostnames.map((each) => (each.name === made.name ? made : each)), state: "ok", headline: said("headline-ok", { count: 1, host: made.name }), detail: said("headline-ok-detail", { count: 1 }) }),
  );
}

const check = (code: string, result: Check["result"], how: string, values = {}): Check => ({
  code,
  title: said(`doctor-${code}`, values),
  result,
  found: said(`doctor-${code}-${how}`, values),
  cure: result === "pass" || result === "skipped" ? "" : said(`doctor-${code}-${how}-do`, values),
});
const way = { family: "IPv4", interface: "wlan0", gateway: "192.168.1.1", address: IPV4, why: said("address-agreed", { here: "no", count: 3, names: "" }) };
const CHECKS: Check[] = [
  check("settings", "pass", "right", { count: 3 }),
  check("route", "pass", "gateway", way),
  check("sources", "pass", "agree", way),
  check("ipv6", "warn", "passing"),
  check("clock", "pass", "right"),
  check("keychain", "fail", "locked"),
  check("provider", "pass", "reached", { provider: "deSEC", host: "desec.example" }),
  check("tray", "skipped", "none"),
];

const refused = (field: string | null): Refusal => {
  const part = (name: string) => said(`fault-auth-rejected-${name}`, { provider: "deSEC", host: "home.example.org" });
  return { happened: part("happened"), means: part("means"), cure: part("do"), field };
};

function made(hide: boolean): SupportReport {
  const hidden = (text: string, number: string) => ({ text: hide ? number : text, hidden: hide });
  const shown = (text: string) => ({ text, hidden: false });
  return {
    parts: [
      { name: "summary.txt", pieces: [shown("Homeport 0.1.0, linux x86_64\nIPv4: "), hidden(IPV4, "address-1"), shown("\n"), hidden("home.example.org", "host-1"), shown(" (desec): Up to date\n")] },
      { name: "settings.toml", pieces: [shown("version = 1\n\n[[hostname]]\nname = \""), hidden("home.example.org", "host-1"), shown("\"\n")] },
    ],
  };
}

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
    case "report":
      return { response: "report", of: made(request.of.hide) };
    case "set-webhook":
      webhookBefore = now.webhook;
      tell({ webhook: request.of && { server: request.of.url ? `${new URL(request.of.url).origin}/…` : (now.webhook?.server ?? ""), method: request.of.method, body: request.of.body } });
      return done;
    case "undo-webhook":
      tell({ webhook: webhookBefore });
      return done;
    case "backup":
      return { response: "backup", of: "version = 1\n" };
    case "restore":
      return { response: "restored", of: { lacking: ["desec"] } };
    case "autostart":
      return { response: "autostart", of: autostart };
    case "set-autostart":
      autostart = { ...autostart, state: request.of.on ? "on" : "off", hidden: request.of.hidden };
      return { response: "autostart", of: autostart };
    case "providers":
      return { response: "providers", of: CARDS };
    case "recognise": {
      const found = CARDS.find((card) => card.suffixes.some((suffix) => request.of.hostname.endsWith(suffix))) ?? (request.of.hostname.endsWith("example.org") ? CARDS[0] : undefined);
      return { response: "recognised", of: found ? [{ provider: found.id, because: said("recognised-by-nameserver", { server: "ns1.desec.example" }) }] : [] };
    }
    case "check-token":
      await pause(300);
      return { response: "token", of: token(request.of.provider, Object.values(request.of.secrets)[0] ?? "") };
    case "doctor": {
      await pause(600);
      const notified = request.of?.notified ?? null;
      const told = notified === null ? check("notification", "skipped", "untried") : check("notification", notified ? "pass" : "fail", notified ? "seen" : "unseen", { system: "linux" });
      return { response: "checks", of: [...CHECKS, told, check("webview", "pass", "right", { version: request.of?.webview ?? "" })] };
    }
    case "try": {
      await pause(1_200);
      const { what } = request.of;
      const addresses = { ipv4: what.ipv4 ? IPV4 : null, ipv6: what.ipv6 ? IPV6 : null };
      const report: OutcomeReport = { hostname: what.hostname, provider: what.provider, outcome: "updated", means: "good", message: said("try-good", { host: what.hostname }), address: addresses, retry_after_s: null, proved: false, proxied: asked.has("proxied") };
      const is = (start: string) => Object.values(what.secrets).some((secret) => secret.startsWith(start));
      const refuse = (means: Means): OutcomeReport => ({ ...report, outcome: "refused", means, message: said(`try-${means}`, { host: what.hostname, quoted: "no", message: "" }) });
      if (what.account && asked.get("scenario") === "problem") return { response: "outcomes", of: [refuse("bad-auth")] };
      if (is("refused")) return { response: "refused", of: refused("token") };
      return { response: "outcomes", of: [is("wrong") ? refuse("bad-auth") : is("narrow") ? refuse("not-entitled") : is("elsewhere") ? refuse("no-such-host") : is("blocked") ? refuse("blocked") : report] };
    }
    case "prove":
      await pause(900);
      return { response: "proof", of: { seen: !asked.has("unproved") } };
    case "add": {
      const card = CARDS.find((each) => each.id === request.of.provider);
      add(row(request.of.hostname, [request.of.provider, card?.name ?? ""], "ok", said("row-ok"), ["verified", request.of.ipv6 ? "verified" : "off"], { since: Date.now() }), null);
      return done;
    }
    case "add-practice":
      add(row("home.practice.test", ["practice", "Practice"], "ok", said("row-ok"), ["verified", "verified"], { since: Date.now() }), { port: 5353, command: "dig @127.0.0.1 -p 5353 home.practice.test" });
      return done;
    case "import": {
      if (request.of.file.from === "inadyn") return { response: "refused", of: { happened: said("import-unrecognised-happened"), means: said("import-unrecognised-means"), cure: said("import-unrecognised-do", { clients: "ddclient, inadyn" }), field: null } };
      if (request.of.commit) IMPORT.hostnames.forEach((each) => add(row(each.hostname, [each.provider, each.provider_name], "ok", said("row-ok"), ["verified", "off"], { since: Date.now() }), null));
      return { response: "import", of: { ...IMPORT, added: request.of.commit } };
    }
    case "remove":
      tell({ hostnames: now.hostnames.filter((each) => each.name !== request.of.hostname) });
      return done;
    case "pause-hostname":
      tell({ hostnames: now.hostnames.map((each) => (each.name === request.of.hostname ? { ...each, paused: request.of.paused, state: request.of.paused ? "holding" : "ok", words: said(request.of.paused ? "row-paused" : "row-ok") } : each)) });
      return done;
    case "pause":
      tell({ pause: { until: null }, state: "holding", headline: said("headline-paused"), detail: said("headline-paused-detail") });
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
  const chip = (family: "ipv4" | "ipv6") => ({ ...each.records[family], state: records[family] ? ("verified" as const) : ("off" as const), word: said(records[family] ? "chip-verified" : "chip-off") });
  return { ...each, records: { ipv4: chip("ipv4"), ipv6: chip("ipv6") } };
}

export const backend: Backend = {
  language,
  theme: theme !== null,
  ask: answer,
  save: async ({ what }) => {
    await pause(150);
    if (asked.has("undecided")) return null;
    return { response: "saved", of: { path: what === "report" ? "~/Documents/homeport-report.zip" : "~/Documents/homeport-settings.toml" } };
  },
  choose: async () => {
    await pause(150);
    const file = asked.get("file");
    if (file === "too-long" || file === "not-text") return { chosen: file };
    if (file === "not-read") return { chosen: file, of: "permission denied" };
    return file === "none" ? null : { chosen: "text", of: '{\n  "type": "service_account"\n}\n' };
  },
  async watch(listener) {
    news = listener;
    if (scenario === "starting") return;
    if (scenario === "failed") return listener.link({ state: "failed", why: "The program “homeport” was not found beside this window." });
    listener.link({ state: "ready" });
    listener.snapshot(now);
    if (scenario === "stopped") listener.link({ state: "stopped" });
  },
  open: async (url) => void window.open(url, "_blank", "noreferrer"),
  places: async () => ({ settings_file: "~/.config/homeport/settings.toml", state_folder: "~/.local/state/homeport", webview: "2.48.3", system: "linux", start: { page: pages.find((each) => each === asked.get("page")), hostname: asked.get("hostname"), add: asked.has("add") } }),
};
