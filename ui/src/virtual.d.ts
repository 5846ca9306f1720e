/** Made by vite.config.ts from src-tauri/core/texts. */
declare module "virtual:catalogues" {
  export const CATALOGUES: Record<import("./lib/wire").Language, () => Promise<{ default: string }>>;
}

/** Every text of a language, not only those of the window: for made-up data alone. */
declare module "virtual:whole" {
  export const WHOLE: Record<string, () => Promise<{ default: string }>>;
}
