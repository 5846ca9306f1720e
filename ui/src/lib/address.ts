// A long IPv6 address is shown in two halves: the network's and the device's.

/** As long as an IPv4 address: it has room on one line. */
const SHORT = 15;

/** The eight groups without leading zeros, four and four; `null` when it needs no second line or is no IPv6 address. */
export function halves(address: string): [string, string] | null {
  if (!address.includes(":") || address.length <= SHORT) return null;
  const [head = "", tail = ""] = address.split("::");
  const front = head ? head.split(":") : [];
  const back = tail ? tail.split(":") : [];
  const gap = address.includes("::") ? 8 - front.length - back.length : 0;
  const groups = [...front, ...Array<string>(Math.max(0, gap)).fill("0"), ...back];
  if (groups.length !== 8) return null;

  return [`${groups.slice(0, 4).join(":")}:`, groups.slice(4).join(":")];
}

/** Whether a text could be a hostname: at least two labels of letters, digits and hyphens. */
export function isHostname(text: string): boolean {
  return /^(?=.{1,253}\.?$)([\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}][\p{L}\p{N}-]*\.?$/u.test(text);
}
