// What the window knows of a running Homeport, and how it asks.
import type { Backend, Chosen, Link, News, Places, Saving, Start } from "./contract";
import { say } from "./texts.svelte";
import type { Entry, Refusal, Request, Response, Snapshot } from "./wire";

const PAGE = 300;

export class Home implements News {
  snapshotNow: Snapshot | null = $state.raw(null);
  entries: Entry[] = $state.raw([]);
  linkNow: Link = $state.raw({ state: "starting" });
  places: Places | null = $state.raw(null);
  /** Older entries may exist beyond those that are here. */
  more = $state(false);

  private fetching = false;
  private start: (wanted: Start) => void = () => undefined;

  constructor(private readonly backend: Backend) {}

  /** Begins to watch; `start` hears which page was asked for. */
  async begin(start: (wanted: Start) => void): Promise<void> {
    this.start = start;
    this.places = await this.backend.places();
    start(this.places.start);
    await this.backend.watch(this);
  }

  snapshot(snapshot: Snapshot): void {
    this.snapshotNow = snapshot;
  }

  entry(entry: Entry): void {
    if (entry.id > (this.entries.at(-1)?.id ?? 0)) this.entries = [...this.entries, entry];
  }

  link(link: Link): void {
    if (link.state === "show") return this.start(link.start);
    this.linkNow = link;
    // What happened while nobody was connected is in the journal.
    if (link.state === "ready") void this.recent();
  }

  /** Asks; when nothing answers, that too is a refusal in three parts. */
  async ask(request: Request): Promise<Response> {
    try {
      return await this.backend.ask(request);
    } catch {
      return { response: "refused", of: unreachable() };
    }
  }

  /** Asks for something to be done. `null`: it was. */
  async act(request: Request): Promise<Refusal | null> {
    const response = await this.ask(request);
    return response.response === "refused" ? response.of : null;
  }

  /** Saves where the user chooses; `null` when no place was chosen. */
  async save(saving: Saving, title: string): Promise<Response | null> {
    try {
      return await this.backend.save(saving, title);
    } catch {
      return { response: "refused", of: unreachable() };
    }
  }

  /** The text of a file that the user chose, or why it is not taken; `null` when none was chosen. */
  async choose(title: string): Promise<Chosen | null> {
    return this.backend.choose(title).catch((error: unknown): Chosen => ({ chosen: "not-read", of: String(error) }));
  }

  async open(url: string): Promise<void> {
    await this.backend.open(url).catch(() => undefined);
  }

  async retry(): Promise<void> {
    this.linkNow = { state: "starting" };
    await this.backend.watch(this);
  }

  private async recent(): Promise<void> {
    const found = await this.history(null);
    const known = new Set(found.map((entry) => entry.id));
    const newest = found.at(-1)?.id ?? 0;
    const late = this.entries.filter((entry) => entry.id > newest && !known.has(entry.id));
    this.entries = [...found, ...late];
    this.more = found.length === PAGE;
  }

  /** Brings the page of entries before the oldest one that is here. */
  async older(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    const found = await this.history(this.entries[0]?.id ?? null);
    this.fetching = false;
    this.entries = [...found, ...this.entries];
    this.more = found.length === PAGE;
  }

  private async history(before: number | null): Promise<Entry[]> {
    const response = await this.ask({ request: "history", of: { limit: PAGE, before } });
    return response.response === "journal" ? response.of : [];
  }
}

function unreachable(): Refusal {
  return {
    happened: say("window-reason-happened"),
    means: say("window-reason-means"),
    cure: say("window-reason-do"),
    field: null,
  };
}
