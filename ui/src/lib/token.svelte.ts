// What the provider says of a token before anything is stored: one request that only reads, where there is one.
import type { Draft } from "./draft.svelte";
import { complaint } from "./fields";
import type { Request, Response, TokenReport } from "./wire";

export class TokenCheck {
  /** What was said of the values as they are now. */
  report: TokenReport | null = $state.raw(null);
  checking = $state(false);
  /** The values that were asked about, so that nobody is asked twice about the same. */
  private asked = "";

  /** The zones that the token sees, to choose from. */
  get zones(): string[] {
    return this.report?.zones ?? [];
  }

  get works(): boolean {
    return this.report?.outcome === "unchanged" || this.report?.outcome === "updated";
  }

  /** A value was changed: what was said of the one before says nothing. */
  forget(): void {
    this.report = null;
    this.checking = false;
    this.asked = "";
  }

  /** Asks, if everything that the check sends was entered and is not asked about already. Nobody waits for it. */
  async ask(draft: Draft, send: (request: Request) => Promise<Response>): Promise<void> {
    const provider = draft.provider;
    if (!provider?.checks) return;
    const value = (key: string) => draft.values[key] ?? "";
    const missing = draft.fields.some((field) => field.checked && (!value(field.key) || complaint(field, value(field.key)) !== ""));
    if (missing) return;
    const of = { provider: provider.id, account: draft.account, ...draft.entered(draft.fields) };
    const asked = JSON.stringify(of);
    if (asked === this.asked) return;
    this.asked = asked;
    this.report = null;
    this.checking = true;
    const response = await send({ request: "check-token", of });
    if (asked !== this.asked) return;
    this.checking = false;
    this.report = response.response === "token" ? response.of : null;
  }
}
