// What a made-up ddclient.conf would add.
import type { ImportPreview } from "../wire";
import { said } from "./texts";

const remark = (line: number, kind: ImportPreview["remarks"][number]["kind"], id: string, values: Record<string, string>) => ({ line, word: "", kind, why: said(`import-${id}-why`, values), cure: said(`import-${id}-cure`, values) });

export const IMPORT: ImportPreview = {
  added: false,
  client: "ddclient",
  client_name: "ddclient",
  hostnames: [
    { hostname: "home.example.org", provider: "desec", provider_name: "deSEC", account: "desec", ipv4: true, ipv6: true, fields: { user: "me@example.org" }, guessed: [], secrets: ["token"], line: 4 },
    { hostname: "camera.example.net", provider: "duckdns", provider_name: "Duck DNS", account: "duckdns", ipv4: true, ipv6: false, fields: { domain: "camera" }, guessed: ["domain"], secrets: ["token"], line: 9 },
  ],
  sources: [],
  remarks: [
    remark(14, "left-out", "unknown", { name: "old-service" }),
    remark(2, "not-run", "command", { word: "use=cmd", program: "/usr/local/bin/my-address" }),
    remark(1, "not-needed", "interval", { word: "daemon=300" }),
  ],
  more_remarks: 0,
};
