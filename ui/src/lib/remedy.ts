// What the buttons of a problem do: some ask Homeport, some lead to the place where it is cured.
import type { Remedy, Request } from "./wire";

export interface Ways {
  ask: (request: Request) => void;
  replace: (account: string) => void;
  open: (url: string) => void;
  hostname: (name: string) => void;
  diagnose: () => void;
}

export function follow(remedy: Remedy, ways: Ways): void {
  switch (remedy.do) {
    case "check-now":
      return ways.ask({ request: "check-now" });
    case "try-again":
      return ways.ask({ request: "try-again", of: { hostname: remedy.hostname } });
    case "replace-secret":
      return ways.replace(remedy.account);
    case "open-provider":
      return ways.open(remedy.url);
    case "edit-hostname":
      return ways.hostname(remedy.hostname);
    case "run-diagnostics":
      return ways.diagnose();
    case "this-is-home":
      return ways.ask({ request: "this-is-home" });
    case "resume":
      return ways.ask({ request: "resume" });
  }
}
