// Every state and page side by side, for whoever changes a part of them: `npm run dev`, then /gallery.html?language=de.
import type { Code } from "../wire";
import { SCENARIOS } from "./scenarios";
import { asked } from "./texts";

const PAGES = ["page=activity", "page=network", "page=settings", "hostname=home.example.org", "add"];
const CODES: Code[] = ["AUTH-REJECTED", "AUTH-SCOPE", "HOST-NOT-FOUND", "BLOCKED", "PROVIDER-DOWN", "OFFLINE", "CAPTIVE", "IP-DISAGREE", "VPN-ACTIVE", "NOT-HOME", "CGNAT", "IPV6-NONE", "KEYCHAIN-LOCKED", "KEYCHAIN-ABSENT", "FOREIGN-CHANGE", "TLS-TRUST"];
const more = [...asked].filter(([name]) => name === "language" || name === "theme").map(([name, value]) => `&${name}=${value}`).join("");
const queries = [...SCENARIOS.map((scenario) => `scenario=${scenario}`), ...PAGES.map((page) => `scenario=problem&${page}`), ...CODES.map((code) => `scenario=fault&code=${code}`)];

const wall = document.createElement("main");
Object.assign(wall.style, { display: "grid", gridTemplateColumns: "repeat(auto-fill, 760px)", gap: "24px", font: "13px system-ui" });
for (const query of queries) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `./index.html?fast&${query}${more}`, width: "760", height: "560", loading: "lazy", title: query });
  frame.style.border = "1px solid gray";
  const figure = document.createElement("figure");
  figure.style.margin = "0";
  figure.append(query, frame);
  wall.append(figure);
}
document.body.append(wall);
