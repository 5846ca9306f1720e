// Name servers as people type them, one a line.
import { say } from "./texts.svelte";

const PART = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = new RegExp(`^${PART}(?:\\.${PART}){3}$`);
/** What a line may look like at all; the platform decides about an IPv6 address. */
const WITH_PORT = /^(?:\[([\da-f:.]+)\]|([\d.]+)):(\d{1,5})$/i;

function isIpv6(text: string): boolean {
  return /^[\da-f:.]+$/i.test(text) && text.includes(":") && URL.canParse(`http://[${text}]/`);
}

/** One line as the settings have it, with its port; `null` when it is no address. */
export function server(line: string): string | null {
  const text = line.trim();
  if (IPV4.test(text)) return `${text}:53`;
  if (isIpv6(text)) return `[${text}]:53`;
  const [, six, four, port] = WITH_PORT.exec(text) ?? [];
  const right = (six && isIpv6(six)) || (four && IPV4.test(four));
  return right && Number(port) > 0 && Number(port) < 65_536 ? text : null;
}

/** All lines, or what is wrong with the first wrong one. */
export function servers(text: string): { list: string[]; wrong: string } {
  const list: string[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const found = server(line);
    if (!found) return { list: [], wrong: say("window-nameservers-wrong", { line: at + 1, text: line.trim() }) };
    list.push(found);
  }
  return { list, wrong: "" };
}
