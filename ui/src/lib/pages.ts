// The pages of the rail, in their order; Ctrl or Cmd with 1 to 4 goes there. All but the first come when they are wanted.
export const PAGES = [
  { id: "status", icon: "gauge" },
  { id: "activity", icon: "list" },
  { id: "network", icon: "waypoints" },
  { id: "settings", icon: "sliders-horizontal" },
] as const;

export type Page = (typeof PAGES)[number]["id"] | "hostname";

export const LATER = {
  activity: () => import("../pages/Activity.svelte"),
  network: () => import("../pages/Network.svelte"),
  settings: () => import("../pages/Settings.svelte"),
  hostname: () => import("../pages/Hostname.svelte"),
  wizard: () => import("../wizard/Wizard.svelte"),
};

/** Those that are here. */
export type Loaded = { [Name in keyof typeof LATER]?: Awaited<ReturnType<(typeof LATER)[Name]>>["default"] };
