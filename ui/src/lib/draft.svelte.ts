// What was entered in the wizard. It lives as long as the window, so that closing the wizard loses nothing; it is
// never stored, as it holds a secret on its way to the vault.
import { cleaned, complaint } from "./fields";
import { isHostname } from "./address";
import { say } from "./texts.svelte";
import { TokenCheck } from "./token.svelte";
import type { CardField, Means, NewHostname, OutcomeReport, ProviderCard, Refusal, Snapshot } from "./wire";

export const STEPS = ["provider", "access", "hostname", "test", "done"] as const;
export type Step = (typeof STEPS)[number];

export class Draft {
  step: Step = $state("provider");
  /** What was typed into the first page: a hostname, or a part of a provider's name. */
  typed = $state("");
  provider: ProviderCard | null = $state.raw(null);
  because = $state("");
  /** The stored account to use; `null`: a new one. */
  account: string | null = $state(null);
  values: Record<string, string> = $state({});
  readonly token = new TokenCheck();
  /** The zone that the name is below; empty: the whole name is typed; `null`: as it fits. */
  zone: string | null = $state(null);
  hostname = $state("");
  ipv4 = $state(true);
  ipv6 = $state(true);
  create = $state(false);
  /** Update only in this network; `null`: as Homeport proposes. */
  onlyHere: boolean | null = $state(null);
  /** What is wrong, by the name of the field. */
  wrong: Record<string, string> = $state({});
  refused: Refusal | null = $state.raw(null);
  report: OutcomeReport | null = $state.raw(null);
  took = $state(0);
  testing = $state(false);
  /** It worked, and its name servers are being asked. */
  proving = $state(false);
  adding = $state(false);

  choose(card: ProviderCard, accounts: string[]): void {
    if (card.id !== this.provider?.id) {
      this.values = Object.fromEntries(card.fields.map((field) => [field.key, field.default]));
      this.account = accounts[0] ?? null;
      this.ipv4 = card.ipv4;
      this.ipv6 = card.ipv6;
      this.create = false;
      this.zone = null;
      this.token.forget();
      this.forgetTest();
    }
    this.provider = card;
    if (isHostname(this.typed) && !this.hostname) this.hostname = this.typed;
    this.wrong = {};
  }

  /** The fields that have to be filled in: none when a stored account is used. */
  get fields(): CardField[] {
    return this.account === null ? (this.provider?.fields ?? []) : [];
  }

  checkAccess(): boolean {
    const found = this.fields.map((field) => [field.key, complaint(field, this.values[field.key] ?? "")]);
    this.wrong = Object.fromEntries(found.filter(([, text]) => text));
    return Object.keys(this.wrong).length === 0;
  }

  checkHostname(): boolean {
    const wrong: Record<string, string> = {};
    const name = this.hostname.trim();
    if (!name) wrong["hostname"] = say("window-hostname-missing");
    else if (!isHostname(name)) wrong["hostname"] = say("window-hostname-wrong");
    if (!this.ipv4 && !this.ipv6) wrong["ipv4"] = say("window-family-missing");
    this.wrong = wrong;
    return Object.keys(wrong).length === 0;
  }

  /** What was entered, apart by where it goes. */
  entered(wanted: CardField[]): { fields: Record<string, string>; secrets: Record<string, string> } {
    const fields: Record<string, string> = {};
    const secrets: Record<string, string> = {};
    for (const field of wanted) {
      const value = (this.values[field.key] ?? "").trim();
      if (value) (field.secret ? secrets : fields)[field.key] = field.secret ? cleaned(value) : value;
    }
    return { fields, secrets };
  }

  request(): NewHostname {
    const { fields, secrets } = this.entered(this.fields);
    return {
      hostname: this.hostname.trim(),
      provider: this.provider?.id ?? "",
      account: this.account,
      fields,
      secrets,
      ipv4: this.ipv4,
      ipv6: this.ipv6,
      create: this.create,
      device: null,
      only_here: this.onlyHere,
      standby: null,
    };
  }

  forgetTest(): void {
    this.report = null;
    this.proving = false;
    this.refused = null;
  }

  /** The page on which a refused field can be mended, with its words beside it. */
  mend(refusal: Refusal): void {
    const field = refusal.field;
    if (field === null) return;
    const access = this.provider?.fields.some((each) => each.key === field) ?? false;
    this.step = access ? "access" : "hostname";
    // What is stored is not typed again here: it is replaced, for all names of the account.
    if (access && this.account !== null) this.refused = refusal;
    else this.wrong = { [field]: `${refusal.happened} ${refusal.cure}`.trim() };
  }

  /** The same for an answer of the provider: a token leads to the access, a name to the name; others to no page. */
  mendAnswer(report: OutcomeReport): void {
    const secret = this.provider?.fields.find((each) => each.secret && each.checked) ?? this.provider?.fields.find((each) => each.secret);
    const fields: Partial<Record<Means, string | undefined>> = { "bad-auth": secret?.key, "not-entitled": secret?.key, "no-such-host": "hostname", "not-yours": "hostname" };
    const field = report.outcome === "refused" && report.means ? fields[report.means] : undefined;
    if (field === undefined) return;
    this.mend({ happened: report.message, means: "", cure: "", field });
    this.report = null;
  }

  /** A field was changed: what was said of it before says nothing. */
  changed(field: string): void {
    if (this.wrong[field]) this.wrong = { ...this.wrong, [field]: "" };
  }

  /** Begins again for another name of the same account. */
  another(snapshot: Snapshot | null): void {
    const row = snapshot?.hostnames.find((each) => each.provider === this.provider?.id);
    this.account = row?.account ?? this.account;
    this.values = {};
    this.hostname = "";
    this.typed = "";
    this.because = "";
    this.forgetTest();
    this.step = "hostname";
  }
}
