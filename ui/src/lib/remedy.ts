// What the buttons of a problem do: some ask Homeport, some lead to the place where it is cured.
import type { Remedy, Request, Snapshot } from "./wire";

/** A dialog that a button opens. */
export type Question =
  | { question: "replace"; account: string; untilQuit: boolean; onreplaced: () => void }
  | { question: "update-here" }
  | { question: "zones"; hostname: string; account: string };

export function replacing(account: string, untilQuit = false, onreplaced = () => {}): Question {
  return { question: "replace", account, untilQuit, onreplaced };
}

export interface Ways {
  ask: (request: Request) => void;
  pose: (question: Question) => void;
  open: (url: string) => void;
  hostname: (name: string) => void;
  activity: (name: string) => void;
  diagnose: () => void;
  sources: () => void;
  now: () => Snapshot | null;
}

export function follow(remedy: Remedy, ways: Ways): void {
  const now = ways.now();
  switch (remedy.do) {
    case "check-now":
      return ways.ask({ request: "check-now" });
    case "try-again":
      return ways.ask({ request: "try-again", of: { hostname: remedy.hostname } });
    case "replace-secret":
      return ways.pose(replacing(remedy.account));
    case "keep-in-memory":
      return ways.pose(replacing(remedy.account, true));
    case "update-here":
      return ways.pose({ question: "update-here" });
    case "show-zones":
      return ways.pose({ question: "zones", hostname: remedy.hostname, account: remedy.account });
    case "show-activity":
      return ways.activity(remedy.hostname);
    case "sign-in":
    case "open-provider":
      return ways.open(remedy.url);
    case "edit-hostname":
      return ways.hostname(remedy.hostname);
    case "run-diagnostics":
      return ways.diagnose();
    case "choose-sources":
      return ways.sources();
    case "this-is-home":
      return ways.ask({ request: "this-is-home" });
    case "resume":
      return ways.ask({ request: "resume" });
    case "use-vpn":
      return now ? ways.ask({ request: "set-preferences", of: { ...now.preferences, vpn: "through" } }) : undefined;
    case "unlock-keychain":
      return ways.ask({ request: "unlock", of: remedy.account });
    case "pause-hostname":
      return ways.ask({ request: "pause-hostname", of: { hostname: remedy.hostname, paused: true } });
    case "turn-off":
      return ways.ask({ request: "turn-off", of: remedy.family });
  }
}
