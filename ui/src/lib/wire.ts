// Generated from homeport-core. Do not edit: change the Rust type, then
// HOMEPORT_WRITE=1 cargo test -p homeport-tests --test wire

export type AccountId = string;

export type AddressCard = {
/**
 * The family.
 */
family: Family,
/**
 * The agreed address; the last one while a new one is not sure.
 */
address: string | null,
/**
 * How the world reaches it.
 */
verdict: Verdict,
/**
 * The verdict as a word.
 */
verdict_word: string,
/**
 * Who said so, or why it is not known, in words.
 */
why: string,
/**
 * When it was last confirmed.
 */
seen: Wall | null,
/**
 * It is this machine's own address and the world may not reach it: practice, offline.
 */
own_only: boolean,
/**
 * The way out of this machine; `None` when there is none.
 */
way: WayOut | null,
/**
 * The stations from this computer to the internet.
 */
stops: Array<Stop>, };

export type Autostart = {
/**
 * Whether it does.
 */
state: AutostartState,
/**
 * Without its window.
 */
hidden: boolean,
/**
 * The file or the key of the entry.
 */
place: string,
/**
 * The program that is started; empty without an entry.
 */
program: string, };

export type AutostartState = "on" | "off" | "stale" | "managed";

export type Belief = "believed" | "outvoted" | "disputed" | "alone" | "not-public" | "sign" | "silent";

export type Button = {
/**
 * What it says.
 */
label: string,
/**
 * What it does.
 */
remedy: Remedy, };

export type CardField = {
/**
 * Its key in the settings or the vault.
 */
key: string,
/**
 * The provider's own word for it.
 */
label: string,
/**
 * Where it is found.
 */
help: string,
/**
 * It goes to the vault only.
 */
secret: boolean,
/**
 * It may be left empty.
 */
optional: boolean,
/**
 * What it looks like.
 */
example: string,
/**
 * A regular expression that the whole value matches; empty: anything.
 */
pattern: string,
/**
 * The values to choose from; empty: free text.
 */
options: Array<string>,
/**
 * The value that is used when nothing is entered.
 */
default: string,
/**
 * It has several lines, such as a key in PEM.
 */
lines: boolean,
/**
 * The check of a token sends it, and cannot be made without it.
 */
checked: boolean, };

export type Check = {
/**
 * Its stable code.
 */
code: string,
/**
 * What was checked.
 */
title: string,
/**
 * How it ended.
 */
result: CheckResult,
/**
 * What was found.
 */
found: string,
/**
 * What to do, unless it passed.
 */
cure: string, };

export type CheckResult = "pass" | "warn" | "fail" | "skipped";

export type Chip = {
/**
 * A or AAAA.
 */
family: Family,
/**
 * Its state.
 */
state: ChipState,
/**
 * The state as a word.
 */
word: string,
/**
 * The address that the provider last accepted.
 */
address: string | null,
/**
 * When the provider accepted it.
 */
accepted: Wall | null,
/**
 * When it was last proved in DNS.
 */
proved: Wall | null,
/**
 * What each of the zone's own name servers said last.
 */
servers: Array<NameServer>,
/**
 * When they were asked.
 */
asked: Wall | null,
/**
 * The record's time to live in seconds.
 */
ttl: number | null,
/**
 * Until then, caches in the world may still hold the value before this one.
 */
cached_until: Wall | null, };

export type ChipState = "verified" | "accepted" | "sending" | "holding" | "unsure" | "wrong" | "offline" | "off" | "not-here";

export type Code = "OFFLINE" | "NO-DNS" | "CAPTIVE" | "TLS-TRUST" | "VPN-ACTIVE" | "NOT-HOME" | "IP-DISAGREE" | "ONE-WITNESS" | "CGNAT" | "IPV6-NONE" | "KEYCHAIN-LOCKED" | "KEYCHAIN-ABSENT" | "KEYCHAIN-DENIED" | "SECRET-MISSING" | "AUTH-REJECTED" | "AUTH-SCOPE" | "HOST-NOT-FOUND" | "NOT-YOURS" | "BLOCKED" | "CLIENT-REFUSED" | "BAD-REQUEST" | "RATE-LIMITED" | "PROVIDER-DOWN" | "PROVIDER-UNKNOWN" | "UNCERTAIN" | "NOT-IN-DNS" | "FOREIGN-CHANGE" | "SETTINGS-BROKEN" | "STORE-BROKEN" | "DISK-FULL" | "WATCHER-DOWN";

export type Cut = "broken" | "held";

export type Entry = {
/**
 * Its number in the journal, growing; zero until it is stored.
 */
id: number,
/**
 * When it happened.
 */
at: Wall,
/**
 * How much it weighs.
 */
weight: Weight,
/**
 * What happened.
 */
happening: Happening,
/**
 * One line in plain words, in the user's language at the time it is shown.
 */
line: string, };

export type Exchange = {
/**
 * The method and the address, without its query.
 */
request: string,
/**
 * The status and the beginning of what came back; empty where it may hold a secret.
 */
answer: string, };

export type Family = "ipv4" | "ipv6";

export type Happening = { "kind": "started", "of": { version: string, } } | { "kind": "address-changed", "of": { family: Family, old: string | null, new: string, witnesses: Array<string>, } } | { "kind": "address-unknown", "of": { family: Family, why: string, addresses: Array<string>, } } | { "kind": "sent", "of": { hostnames: Array<Hostname>, provider: ProviderId, addresses: Array<string>, } } | { "kind": "answered", "of": { hostname: Hostname, provider: ProviderId, means: Means, message: string, exchange: Exchange, } } | { "kind": "no-answer", "of": { hostname: Hostname, provider: ProviderId, uncertain: boolean, message: string, } } | { "kind": "proved", "of": { hostname: Hostname, address: string, seconds: number, } } | { "kind": "not-proved", "of": { hostname: Hostname, expected: string, found: Array<string>, message: string, } } | { "kind": "halted", "of": { hostname: Hostname | null, provider: ProviderId, means: Means, } } | { "kind": "standby-serves", "of": { hostname: Hostname, provider: ProviderId, } } | { "kind": "first-serves", "of": { hostname: Hostname, provider: ProviderId, } } | { "kind": "held", "of": { code: Code | null, name: string, } } | { "kind": "paused", "of": { hostname: Hostname | null, until: Wall | null, } } | { "kind": "resumed", "of": { hostname: Hostname | null, } } | { "kind": "settings-changed", "of": { what: string, } } | { "kind": "checked" } | { "kind": "notified", "of": { hostname: Hostname | null, server: string, message: string, } } | { "kind": "trouble", "of": { code: string, message: string, } };

export type Hostname = string;

export type HostnameRow = {
/**
 * The name in ASCII.
 */
name: Hostname,
/**
 * The name as people write it.
 */
shown: string,
/**
 * Its provider.
 */
provider: ProviderId,
/**
 * Its provider's name.
 */
provider_name: string,
/**
 * Its account.
 */
account: AccountId,
/**
 * Its state.
 */
state: State,
/**
 * The state in a few words: "Up to date", "Token rejected".
 */
words: string,
/**
 * A problem of its own, if any.
 */
fault: Code | null,
/**
 * The user paused it.
 */
paused: boolean,
/**
 * Its records.
 */
records: PerFamily<Chip>,
/**
 * When its address last changed at the provider.
 */
since: Wall | null,
/**
 * When it is tried next.
 */
next_try: Wall | null,
/**
 * Who keeps it while its account cannot, if somebody does.
 */
standby: StandbyRow | null,
/**
 * How low Homeport can set the record's TTL, in seconds; `None`: it cannot.
 */
minimum_ttl: number | null,
/**
 * The user wants it lowered.
 */
lower_ttl: boolean,
/**
 * The family whose record tells more of it.
 */
telling: Family,
/**
 * For each record, the stations from the provider to the world.
 */
stops: PerFamily<Array<Stop>>, };

export type IconStyle = "monochrome" | "color";

export type ImportFile = {
/**
 * Its name, without the folder.
 */
name: string,
/**
 * What stands in it, in Base64: there are secrets in it, and it need not be a text.
 */
content: Secret,
/**
 * The client that wrote it, if the user named one.
 */
from: OtherClient | null, };

export type ImportHostname = {
/**
 * The name in ASCII.
 */
hostname: string,
/**
 * The provider's id.
 */
provider: string,
/**
 * The provider's name.
 */
provider_name: string,
/**
 * The id of the account that is made for it.
 */
account: string,
/**
 * The A record is kept.
 */
ipv4: boolean,
/**
 * The AAAA record is kept.
 */
ipv6: boolean,
/**
 * The provider's fields that are not secret.
 */
fields: { [key in string]: string },
/**
 * The fields whose values the file does not have; they were derived from the hostname and deserve a look.
 */
guessed: Array<string>,
/**
 * The keys of the secrets that go to the keychain.
 */
secrets: Array<string>,
/**
 * Its line in the file, from 1; 0 where that is not known.
 */
line: number, };

export type ImportPreview = {
/**
 * It was added; otherwise it would be.
 */
added: boolean,
/**
 * The client's id.
 */
client: string,
/**
 * The client's name for people.
 */
client_name: string,
/**
 * What will be kept up to date.
 */
hostnames: Array<ImportHostname>,
/**
 * Echo services that will be asked beside the built-in ones.
 */
sources: Array<string>,
/**
 * What is not taken over, and what to do about it.
 */
remarks: Array<ImportRemark>,
/**
 * How many remarks are not listed, because there are too many.
 */
more_remarks: number, };

export type ImportRemark = {
/**
 * Its line in the file, from 1; 0 where that is not known.
 */
line: number,
/**
 * The other client's word for it.
 */
word: string,
/**
 * What becomes of it.
 */
kind: RemarkKind,
/**
 * Why.
 */
why: string,
/**
 * What to do.
 */
cure: string, };

export type Language = "en" | "de" | "fr" | "es" | "pt-BR" | "ja" | "zh-CN";

export type Listed = {
/**
 * The name in ASCII.
 */
hostname: string,
/**
 * The provider's id.
 */
provider: string,
/**
 * The account's id.
 */
account: string,
/**
 * The A record is kept.
 */
ipv4: boolean,
/**
 * The AAAA record is kept.
 */
ipv6: boolean,
/**
 * The user stopped it.
 */
paused: boolean, };

export type LogLevel = "error" | "warn" | "info" | "debug" | "trace";

export type Lookout = {
/**
 * The router that is listened to; `None` where no change is hidden, or none is to be asked.
 */
router: string | null,
/**
 * The router's own address in the internet.
 */
external: string | null,
/**
 * The world sees another address than the router's: another translation lies between.
 */
behind_another: boolean,
/**
 * The ways that were heard from.
 */
ways: Array<RouterWay>,
/**
 * STUN servers are asked now and then, as the router tells nothing.
 */
pulses: boolean,
/**
 * What the machine runs on.
 */
power: Power,
/**
 * All this in words.
 */
words: string, };

export type Means = "good" | "unchanged" | "bad-auth" | "no-such-host" | "not-yours" | "not-entitled" | "blocked" | "bad-request" | "client-refused" | "rate-limited" | "server-trouble" | "unknown";

export type NameServer = {
/**
 * Its name or address.
 */
name: string,
/**
 * The addresses it has for the record; empty when it has none.
 */
addresses: Array<string>,
/**
 * Why it could not be asked; empty when it answered.
 */
trouble: string,
/**
 * It has the address that is to be there, and no other.
 */
right: boolean, };

export type Network = {
/**
 * The router's hardware address and the subnet, as the list of home networks names it; `None` while unknown.
 */
id: string | null,
/**
 * What the system calls it, if it says.
 */
name: string | null,
/**
 * Updates may happen here; `None` while that cannot be told.
 */
home: boolean | null,
/**
 * A new hostname is updated only here, unless the user wants it otherwise.
 */
proposed: boolean,
/**
 * The tunnel that is the way out, if one is.
 */
tunnel: string | null,
/**
 * The address is looked for beside the tunnel.
 */
beside_tunnel: boolean, };

export type NewHostname = {
/**
 * As typed.
 */
hostname: string,
/**
 * The provider's id.
 */
provider: string,
/**
 * An existing or new account's id; `None`: the provider's only account, or a new one named after the provider.
 */
account: string | null,
/**
 * The provider's fields that are not secret, by key.
 */
fields: { [key in string]: string },
/**
 * The secret fields, by key. Empty for an account whose secrets are stored.
 */
secrets: { [key in string]: Secret },
/**
 * Keep the A record.
 */
ipv4: boolean,
/**
 * Keep the AAAA record.
 */
ipv6: boolean,
/**
 * The user agreed that a missing record is created.
 */
create: boolean,
/**
 * The AAAA record is for another machine in this network: the host's half of its address, or its MAC address.
 */
device: string | null,
/**
 * Update only in this network from now on; `None`: on a machine with a battery that has no hostname yet.
 */
only_here: boolean | null,
/**
 * Who keeps it while its account cannot.
 */
standby: NewStandby | null, };

export type NewStandby = {
/**
 * Another account that is stored.
 */
account: string,
/**
 * The name that it keeps, as typed; `None`: the same one.
 */
name: string | null, };

export type NewWebhook = {
/**
 * Its address; `None`: the one that is there. It may hold a secret, so it is never shown again.
 */
url: Secret | null,
/**
 * How it is asked.
 */
method: WebhookMethod,
/**
 * What it says; empty: all that there is.
 */
body: string, };

export type Notifications = "all" | "needs-me" | "none";

export type OtherClient = "ddclient" | "inadyn" | "ddns-go" | "ddns-updater" | "newfuture" | "noip-duc" | "openwrt";

export type Outcome = "updated" | "unchanged" | "refused" | "retry" | "unknown" | "held";

export type OutcomeReport = {
/**
 * The name in ASCII.
 */
hostname: string,
/**
 * The provider's id.
 */
provider: string,
/**
 * How it ended.
 */
outcome: Outcome,
/**
 * What the provider's answer means; `None` when there was none.
 */
means: Means | null,
/**
 * In plain words.
 */
message: string,
/**
 * The addresses that were or would be sent.
 */
address: PerFamily<string | null>,
/**
 * When it may be tried again, in seconds.
 */
retry_after_s: number | null,
/**
 * Proved at the zone's own name servers.
 */
proved: boolean,
/**
 * The provider's proxy stands before it: DNS shows the proxy's addresses on purpose, and proves nothing.
 */
proxied: boolean, };

export type Pause = {
/**
 * Its end; `None`: until the user resumes.
 */
until: Wall | null, };

export type PauseFor = "hour" | "until-tomorrow" | "until-resumed";

export type PerFamily<T> = {
/**
 * The value for IPv4.
 */
ipv4: T,
/**
 * The value for IPv6.
 */
ipv6: T, };

export type Power = {
/**
 * It can run on a battery: it may be carried about.
 */
has_battery: boolean,
/**
 * It runs on it now.
 */
on_battery: boolean,
/**
 * What goes over the way out is paid for by its amount; `None`: the system does not say.
 */
metered: boolean | null, };

export type Practice = {
/**
 * Its UDP and TCP port on 127.0.0.1.
 */
port: number,
/**
 * The command that asks it.
 */
command: string, };

export type Preferences = {
/**
 * The language; `None`: the system's.
 */
language: Language | null,
/**
 * The window's colours.
 */
theme: Theme,
/**
 * Which notifications appear.
 */
notifications: Notifications,
/**
 * `MAC/subnet` of each home network; empty means everywhere.
 */
home: Array<string>,
/**
 * What to do while a tunnel is the way out.
 */
vpn: VpnRule,
/**
 * The kinds of sources in use; empty means all.
 */
sources: Array<SourceKind>,
/**
 * Name servers asked instead of the zone's own; empty means the zone's own.
 */
nameservers: Array<string>,
/**
 * STUN servers are asked on a metered way out, too.
 */
stun_on_metered: boolean,
/**
 * The ink of the tray's icon.
 */
icon: IconStyle,
/**
 * How much is logged.
 */
log: LogLevel,
/**
 * The proxy for requests to providers; `None`: what the environment says.
 */
proxy: string | null,
/**
 * Echo services are asked through it, too.
 */
proxy_for_echo: boolean, };

export type Problem = {
/**
 * Its stable code.
 */
code: Code,
/**
 * How bad it is.
 */
severity: Severity,
/**
 * What happened.
 */
happened: string,
/**
 * What it means.
 */
means: string,
/**
 * What to do.
 */
cure: string,
/**
 * The buttons; the first is the primary one.
 */
buttons: Array<Button>,
/**
 * The hostnames it is about; empty when it is about the machine.
 */
hostnames: Array<string>,
/**
 * Since when.
 */
since: Wall,
/**
 * When it is tried again by itself.
 */
next_try: Wall | null,
/**
 * When it was first told in this network, if it belongs to the network: it is not told again there.
 */
told: Wall | null, };

export type Protocol = "nat-pmp" | "pcp" | "upnp";

export type ProviderCard = {
/**
 * Its id.
 */
id: string,
/**
 * Its name.
 */
name: string,
/**
 * Its home page.
 */
site: string,
/**
 * Free, paid, must confirm monthly, and the like.
 */
cost: string,
/**
 * What to know before.
 */
note: string,
/**
 * Where a token is made.
 */
access_url: string,
/**
 * How, step by step.
 */
access_steps: Array<string>,
/**
 * Which rights it needs.
 */
access_rights: Array<string>,
/**
 * The fields of its form, in order.
 */
fields: Array<CardField>,
/**
 * Hostnames below these belong to it.
 */
suffixes: Array<string>,
/**
 * It can keep the A record.
 */
ipv4: boolean,
/**
 * It can keep the AAAA record.
 */
ipv6: boolean,
/**
 * It can create a missing record, if the user agrees.
 */
can_create: boolean,
/**
 * A token can be checked without an update.
 */
checks: boolean,
/**
 * The user's own file, not one that came with the program.
 */
unverified: boolean,
/**
 * The hosts that its secrets are sent to; empty where the user types the server.
 */
hosts: Array<string>, };

export type ProviderId = string;

export type Recognised = {
/**
 * The provider's id.
 */
provider: string,
/**
 * Why it was found, in words.
 */
because: string, };

export type Refusal = {
/**
 * What happened.
 */
happened: string,
/**
 * What it means.
 */
means: string,
/**
 * What to do.
 */
cure: string,
/**
 * The field of the request or the form that is wrong, if one is.
 */
field: string | null, };

export type RemarkKind = "left-out" | "not-run" | "not-needed";

export type Remedy = { "do": "check-now" } | { "do": "try-again", hostname: string, } | { "do": "replace-secret", account: string, } | { "do": "open-provider", url: string, } | { "do": "edit-hostname", hostname: string, } | { "do": "run-diagnostics" } | { "do": "resume" } | { "do": "this-is-home" } | { "do": "update-here" } | { "do": "sign-in", url: string, } | { "do": "use-vpn" } | { "do": "choose-sources" } | { "do": "unlock-keychain", account: string, } | { "do": "keep-in-memory", account: string, } | { "do": "turn-off", family: Family, } | { "do": "pause-hostname", hostname: string, } | { "do": "show-activity", hostname: string, } | { "do": "show-zones", hostname: string, account: string, };

export type ReportPart = {
/**
 * The file's name.
 */
name: string,
/**
 * Its text.
 */
pieces: Array<ReportPiece>, };

export type ReportPiece = {
/**
 * What is written.
 */
text: string,
/**
 * It stands for something else.
 */
hidden: boolean, };

export type Request = { "request": "status" } | { "request": "watch" } | { "request": "history", "of": {
/**
 * At most this many; 1 to 1,000.
 */
limit: number,
/**
 * Only entries with a smaller number; `None`: the newest.
 */
before: number | null, } } | { "request": "timeline" } | { "request": "check-now" } | { "request": "once", "of": {
/**
 * Send nothing, and say what would be sent.
 */
dry_run: boolean, } } | { "request": "pause", "of": PauseFor } | { "request": "resume" } | { "request": "pause-hostname", "of": {
/**
 * Its name.
 */
hostname: string,
/**
 * Stopped or not.
 */
paused: boolean, } } | { "request": "try-again", "of": {
/**
 * Its name.
 */
hostname: string, } } | { "request": "add", "of": NewHostname } | { "request": "add-practice" } | { "request": "remove", "of": {
/**
 * Its name.
 */
hostname: string, } } | { "request": "set-records", "of": {
/**
 * Its name.
 */
hostname: string,
/**
 * The A and the AAAA record.
 */
records: PerFamily<boolean>, } } | { "request": "set-preferences", "of": Preferences } | { "request": "autostart" } | { "request": "set-autostart", "of": {
/**
 * Start.
 */
on: boolean,
/**
 * Without the window.
 */
hidden: boolean, } } | { "request": "this-is-home" } | { "request": "update-here" } | { "request": "replace-secrets", "of": {
/**
 * The account's id.
 */
account: string,
/**
 * The secret fields, by key.
 */
secrets: { [key in string]: Secret },
/**
 * Not in the keychain, but in memory, until Homeport quits.
 */
until_quit: boolean, } } | { "request": "turn-off", "of": Family } | { "request": "unlock", "of": string } | { "request": "try", "of": {
/**
 * What to try with.
 */
what: NewHostname,
/**
 * Addresses that the user typed; a family that is `None` is detected, if its switch is on.
 */
addresses: PerFamily<string | null>, } } | { "request": "prove", "of": {
/**
 * Its name.
 */
hostname: string,
/**
 * What was sent.
 */
addresses: PerFamily<string | null>, } } | { "request": "check-token", "of": {
/**
 * The provider's id.
 */
provider: string,
/**
 * An existing account, whose stored secrets are checked when no others are given.
 */
account: string | null,
/**
 * The provider's fields that are not secret, by key; those that the check does not need may be missing.
 */
fields: { [key in string]: string },
/**
 * The secret fields, by key.
 */
secrets: { [key in string]: Secret }, } } | { "request": "import", "of": {
/**
 * The file.
 */
file: ImportFile,
/**
 * Add it; without, only the preview is made.
 */
commit: boolean, } } | { "request": "list" } | { "request": "providers" } | { "request": "recognise", "of": {
/**
 * As typed.
 */
hostname: string, } } | { "request": "doctor", "of": Witness | null } | { "request": "test-notification" } | { "request": "set-webhook", "of": NewWebhook | null } | { "request": "undo-webhook" } | { "request": "test-webhook" } | { "request": "report", "of": {
/**
 * Names and addresses are replaced by numbers.
 */
hide: boolean, } } | { "request": "save-report", "of": {
/**
 * As it was seen.
 */
report: SupportReport,
/**
 * The file that the user chose, which may be there; `None`: a new one in the folder for downloads.
 */
to: string | null, } } | { "request": "backup" } | { "request": "save-backup", "of": {
/**
 * As for a report.
 */
to: string | null, } } | { "request": "restore", "of": {
/**
 * What [`Request::Backup`] gave.
 */
text: string, } } | { "request": "show-window" } | { "request": "show-page", "of": {
/**
 * One of the rail's pages; `None`: as it is.
 */
page: string | null,
/**
 * A hostname in ASCII.
 */
hostname: string | null,
/**
 * The setup of a new hostname.
 */
add: boolean, } } | { "request": "quit" };

export type Response = { "response": "done" } | { "response": "snapshot", "of": Snapshot } | { "response": "journal", "of": Array<Entry> } | { "response": "outcomes", "of": Array<OutcomeReport> } | { "response": "proof", "of": {
/**
 * All that answered do.
 */
seen: boolean, } } | { "response": "token", "of": TokenReport } | { "response": "import", "of": ImportPreview } | { "response": "listed", "of": Array<Listed> } | { "response": "providers", "of": Array<ProviderCard> } | { "response": "recognised", "of": Array<Recognised> } | { "response": "autostart", "of": Autostart } | { "response": "report", "of": SupportReport } | { "response": "backup", "of": string } | { "response": "restored", "of": {
/**
 * The accounts whose secrets are not on this machine.
 */
lacking: Array<string>, } } | { "response": "saved", "of": {
/**
 * Its path.
 */
path: string, } } | { "response": "checks", "of": Array<Check> } | { "response": "refused", "of": Refusal };

export type RouterWay = {
/**
 * The protocol.
 */
protocol: Protocol,
/**
 * The router answers.
 */
tells: boolean,
/**
 * It has promised to tell of changes, or has told of something by itself.
 */
announces: boolean, };

export type Said = "nothing" | "interface" | "no-route" | "verdict" | "why" | "accepted" | "record" | "row" | "servers" | "soon" | "old" | "seen";

export type Secret = string;

export type Severity = "note" | "holding" | "attention" | "error" | "offline";

export type ShownWebhook = {
/**
 * Its server.
 */
server: string,
/**
 * How it is asked.
 */
method: WebhookMethod,
/**
 * What it says; empty: all that there is.
 */
body: string, };

export type Snapshot = {
/**
 * Grows with every change.
 */
revision: number,
/**
 * This program's version.
 */
version: string,
/**
 * When it was made.
 */
at: Wall,
/**
 * The one state.
 */
state: State,
/**
 * The one sentence.
 */
headline: string,
/**
 * The sentence below it.
 */
detail: string,
/**
 * The address cards.
 */
addresses: PerFamily<AddressCard>,
/**
 * How a change behind the router is noticed.
 */
lookout: Lookout,
/**
 * What each source said last, and why it was believed or not.
 */
sources: Array<SourceRow>,
/**
 * The network that this machine is in.
 */
network: Network,
/**
 * The hostnames, in the settings' order.
 */
hostnames: Array<HostnameRow>,
/**
 * The one that is worth showing when there is room for one: the worst.
 */
telling: Hostname | null,
/**
 * The problems, worst first, without those that a root cause hides.
 */
problems: Array<Problem>,
/**
 * All updates are paused.
 */
pause: Pause | null,
/**
 * A check or an update is running.
 */
busy: boolean,
/**
 * When the last whole check ended.
 */
last_check: Wall | null,
/**
 * When the next one begins.
 */
next_check: Wall | null,
/**
 * "Check now" is possible from then on; `None`: at once.
 */
check_allowed: Wall | null,
/**
 * The practice server while it runs.
 */
practice: Practice | null,
/**
 * The tray.
 */
tray: Tray,
/**
 * The language of all its texts.
 */
language: Language,
/**
 * What the user chose of how Homeport looks and behaves.
 */
preferences: Preferences,
/**
 * The user's own server that is told of changes.
 */
webhook: ShownWebhook | null, };

export type SourceKind = "router" | "stun" | "http" | "dns" | "interface" | "command" | "fixed";

export type SourceRow = {
/**
 * The family that it was asked for.
 */
family: Family,
/**
 * What it speaks.
 */
kind: SourceKind,
/**
 * Who runs it.
 */
operator: string,
/**
 * The address that it named.
 */
said: string | null,
/**
 * What was made of that.
 */
belief: Belief,
/**
 * The same in words.
 */
words: string,
/**
 * When that was.
 */
at: Wall,
/**
 * How often it was right lately, from 0 to 100.
 */
health: number, };

export type StandbyRow = {
/**
 * The name that it keeps, in ASCII: the hostname's own, or another one.
 */
name: Hostname,
/**
 * The same as people write it.
 */
shown: string,
/**
 * Its provider.
 */
provider: ProviderId,
/**
 * Its provider's name.
 */
provider_name: string,
/**
 * Its account.
 */
account: AccountId,
/**
 * It serves now: the first account is out.
 */
serves: boolean,
/**
 * Since when it does.
 */
serves_since: Wall | null,
/**
 * When it will serve, while the first account is out and it does not yet.
 */
serves_at: Wall | null,
/**
 * Its state.
 */
state: State,
/**
 * The state in a few words.
 */
words: string,
/**
 * A problem of its own, if any.
 */
fault: Code | null,
/**
 * Its records.
 */
records: PerFamily<Chip>, };

export type State = "ok" | "holding" | "working" | "attention" | "error" | "offline";

export type Station = "computer" | "router" | "internet" | "provider" | "dns" | "world";

export type Stop = {
/**
 * Which one.
 */
station: Station,
/**
 * How it stands.
 */
state: StopState,
/**
 * The link to it ends before it.
 */
cut: Cut | null,
/**
 * The address there; empty: none.
 */
value: string,
/**
 * What is to be said of it.
 */
said: Said, };

export type StopState = "ok" | "waiting" | "old" | "unsure" | "none";

export type SupportReport = {
/**
 * Its files.
 */
parts: Array<ReportPart>, };

export type Theme = "system" | "light" | "dark";

export type TokenReport = {
/**
 * The provider's id.
 */
provider: string,
/**
 * `unchanged` when the token works.
 */
outcome: Outcome,
/**
 * What the provider's answer means; `None` when there was none.
 */
means: Means | null,
/**
 * In plain words.
 */
message: string,
/**
 * The rights that the token needs, where it lacks one.
 */
rights: Array<string>,
/**
 * The zones that the token sees, as people write them; empty where the answer names none.
 */
zones: Array<string>, };

export type Tray = "shown" | "no-host" | "none";

export type Verdict = "direct" | "behind-nat" | "cgnat" | "not-here" | "unknown";

export type VpnRule = "hold" | "through" | "physical";

export type Wall = number;

export type WayOut = {
/**
 * This computer's address in its network.
 */
own: string | null,
/**
 * The interface's name, as the system shows it.
 */
interface: string,
/**
 * The next hop; `None` on a point-to-point link.
 */
gateway: string | null,
/**
 * The interface is a tunnel (a VPN).
 */
tunnel: boolean, };

export type WebhookMethod = "POST" | "PUT" | "GET";

export type Weight = "routine" | "change" | "warning" | "failure";

export type Witness = {
/**
 * The version of what draws the window's pages; empty when it does not say.
 */
webview: string,
/**
 * Whether the test notification appeared; `None` while nobody tried.
 */
notified: boolean | null, };
