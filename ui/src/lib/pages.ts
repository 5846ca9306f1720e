// The pages of the rail, in their order; Ctrl or Cmd with 1 to 4 goes there.
export const PAGES = [
  { id: "status", icon: "gauge" },
  { id: "activity", icon: "list" },
  { id: "network", icon: "waypoints" },
  { id: "settings", icon: "sliders-horizontal" },
] as const;

export type Page = (typeof PAGES)[number]["id"];
