// What a provider says of a token, by how the token begins.
import type { TokenReport } from "../wire";
import { said } from "./texts";

export function token(provider: string, secret: string): TokenReport {
  const name = { provider: "deSEC", quoted: "no", message: "", zones: "example.org, example.net", more: 0 };
  const report = (outcome: TokenReport["outcome"], means: TokenReport["means"], text: string): TokenReport => ({ provider, outcome, means, message: said(text, name), rights: [], zones: [] });
  if (secret.startsWith("wrong")) return report("refused", "bad-auth", "token-refused");
  if (secret.startsWith("narrow")) return { ...report("refused", "not-entitled", "token-not-entitled"), rights: ["Write DNS of your domain"] };
  if (secret.startsWith("offline")) return report("retry", null, "token-later");
  return { ...report("unchanged", "good", "token-good-for"), zones: ["example.org", "example.net"] };
}
