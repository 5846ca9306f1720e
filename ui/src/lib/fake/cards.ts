// Made-up provider cards: every kind of field that a real one has.
import type { CardField, ProviderCard } from "../wire";

function field(key: string, label: string, rest: Partial<CardField> = {}): CardField {
  return { key, label, help: "", secret: false, optional: false, example: "", pattern: "", options: [], default: "", lines: false, checked: false, ...rest };
}

function card(id: string, name: string, cost: string, fields: CardField[], rest: Partial<ProviderCard> = {}): ProviderCard {
  return {
    id,
    name,
    site: `https://${id}.example`,
    cost,
    note: "",
    access_url: `https://${id}.example/tokens`,
    access_steps: [],
    access_rights: [],
    fields,
    suffixes: [],
    ipv4: true,
    ipv6: true,
    can_create: false,
    checks: false,
    unverified: false,
    hosts: [],
    ...rest,
  };
}

const login = [field("username", "Username", { example: "someone" }), field("password", "Password", { secret: true })];

export const CARDS: ProviderCard[] = [
  card("desec", "deSEC", "Free, with IPv4 and IPv6.", [field("token", "Token secret", { secret: true, checked: true, pattern: "[A-Za-z0-9_-]{28}", help: "Shown once, right after it was made." })], {
    suffixes: ["dedyn.io"],
    checks: true,
    access_steps: ["Open deSEC and sign in.", "Press “Create new token” and call it “Homeport”.", "Copy the token secret and paste it here."],
    access_rights: ["Write DNS of your domain"],
  }),
  card("cloudflare", "Cloudflare", "Free for zones that are there.", [field("zone", "Zone", { example: "example.org", pattern: "[a-z0-9.-]+" }), field("token", "API token", { secret: true, checked: true, pattern: "[A-Za-z0-9_-]{40}" })], {
    checks: true,
    access_steps: ["Open your profile's API tokens.", "Choose “Create token”, then “Edit zone DNS”.", "Name only your zone, then copy the token."],
    access_rights: ["Zone · DNS · Edit", "Zone · Zone · Read"],
    can_create: true,
  }),
  card("noip", "No-IP", "Free for one name; confirm it monthly.", [field("username", "Username or e-mail"), field("password", "Password or DDNS key", { secret: true, help: "A DDNS key is safer than your password." })], {
    suffixes: ["ddns.net", "hopto.org"],
    ipv6: false,
    access_steps: ["Open No-IP and sign in.", "Make a DDNS key for your hostname."],
  }),
  card("duckdns", "Duck DNS", "Free.", [field("token", "Token", { secret: true, help: "At the top of the page after you signed in." })], { suffixes: ["duckdns.org"] }),
  card("dynu", "Dynu", "Free, or paid for more names.", login, { suffixes: ["dynu.net"] }),
  card("dyn", "Dyn", "Paid.", login, { suffixes: ["dyndns.org"] }),
  card("dyndns2", "Any dyndns2 server", "Your own server or another provider.", [field("server", "Server", { example: "https://dyn.example.org/nic/update" }), ...login], { access_url: "" }),
  card("rfc2136", "Your own DNS server (RFC 2136)", "BIND, Knot, PowerDNS with a TSIG key.", [
    field("server", "Server", { example: "ns1.example.org:53" }),
    field("zone", "Zone", { example: "example.org" }),
    field("algorithm", "Algorithm", { options: ["hmac-sha256", "hmac-sha512"], default: "hmac-sha256" }),
    field("key_name", "Key name", { example: "homeport.example.org" }),
    field("secret", "Key", { secret: true, help: "The base64 text of the key file." }),
    field("ttl", "Time to live", { optional: true, example: "60", pattern: "[0-9]+" }),
  ], { access_url: "", can_create: true, note: "For servers that speak DNS UPDATE with a TSIG key." }),
  card("google", "Google Cloud DNS", "Paid.", [
    field("credentials", "Service account key", { secret: true, lines: true, help: "The whole text of the JSON file that was saved when the key was made.", pattern: '\\{[\\s\\S]*"private_key"[\\s\\S]*\\}' }),
    field("managed_zone", "Zone name", { optional: true, example: "example-zone" }),
  ], { can_create: true, access_steps: ["Create a service account, only for Homeport.", "Open the account, Keys, Add key, Create new key, JSON: a file is saved.", "Copy the whole text of that file."] }),
  card("practice", "Practice", "Inside this computer.", [], { access_url: "" }),
];
