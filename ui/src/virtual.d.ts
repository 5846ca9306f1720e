/** Made by vite.config.ts from src-tauri/core/texts. */
declare module "virtual:catalogues" {
  export const CATALOGUES: Record<import("./lib/wire").Language, () => Promise<{ default: string }>>;
}
