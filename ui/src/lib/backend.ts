// The only file that knows Tauri.
import { Channel, invoke } from "@tauri-apps/api/core";

import type { Backend, Chosen, Link, Places, Saving } from "./contract";
import type { Entry, Request, Response, Snapshot } from "./wire";

function channel<T>(listener: (message: T) => void): Channel<T> {
  const made = new Channel<T>();
  made.onmessage = listener;
  return made;
}

export const backend: Backend = {
  ask: (request: Request) => invoke<Response>("ask", { request }),
  save: (saving: Saving, title: string) => invoke<Response | null>("save", { saving, title }),
  choose: (title: string) => invoke<Chosen | null>("choose", { title }),
  watch: (news) =>
    invoke("watch", {
      snapshot: channel<Snapshot>((snapshot) => news.snapshot(snapshot)),
      journal: channel<Entry>((entry) => news.entry(entry)),
      link: channel<Link>((link) => news.link(link)),
    }),
  open: (url) => invoke("open_link", { url }),
  places: () => invoke<Places>("places"),
};
