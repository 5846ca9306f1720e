// What the pages need of whatever stands behind them: the real Homeport, or made-up data.
import type { Entry, Language, Refusal, Request, Response, Snapshot, SupportReport } from "./wire";

/** Whether a running Homeport answers. */
export type Link =
  | { state: "starting" }
  | { state: "ready" }
  /** It ran and ended; nobody but the user starts it again. */
  | { state: "stopped" }
  | { state: "failed"; why: string }
  /** Something was clicked in the tray while this window was open. */
  | { state: "show"; start: Start };

/** News of a running Homeport. */
export interface News {
  snapshot(snapshot: Snapshot): void;
  entry(entry: Entry): void;
  link(link: Link): void;
}

/** The page to begin with: what was clicked in the tray or on a notification. */
export interface Start {
  page?: "activity" | "network" | "settings" | undefined;
  /** A hostname in ASCII. */
  hostname?: string | null;
  add?: boolean;
}

/** Where things are on this computer. */
export interface Places {
  start: Start;
  settings_file: string;
  state_folder: string;
  /** The version of what draws the pages; empty when it does not say. */
  webview: string;
  system: "linux" | "macos" | "windows";
}

/** What may be saved where the user chooses. */
export type Saving = { what: "report"; of: SupportReport } | { what: "backup" };

/** A file that the user chose, as far as it is told. */
export type Chosen =
  | { chosen: "text"; of: string }
  /** Longer than any key, or not UTF-8: nothing of it is told. */
  | { chosen: "too-long" }
  | { chosen: "not-text" }
  /** And why. */
  | { chosen: "not-read"; of: string };

export interface Backend {
  /** The language and colours to begin with, where something other than the system's is known. */
  language?: Language;
  theme?: boolean;
  /** Asks a running Homeport. Fails only when none answers. */
  ask(request: Request): Promise<Response>;
  /** Asks the user for a place and has it written there; `null` when none was chosen. */
  save(saving: Saving, title: string): Promise<Response | null>;
  /** Asks the user for a file and gives its text; `null` when none was chosen. */
  choose(title: string): Promise<Chosen | null>;
  /** Tells news until the window closes; starts Homeport if none runs, and again if it ends. */
  watch(news: News): Promise<void>;
  /** Opens a page that a provider's card or a problem named. */
  open(url: string): Promise<void>;
  places(): Promise<Places>;
}

export type { Refusal };
