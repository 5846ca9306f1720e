import { fileURLToPath } from "node:url";

import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

import { catalogues } from "./catalogues.ts";

// `vite build` makes the window's page; `--mode fake` makes the same page with made-up data, for any browser.
export default defineConfig(({ mode }) => ({
  base: "./",
  plugins: [catalogues(mode === "fake"), svelte()],
  resolve: {
    alias: { "#backend": fileURLToPath(new URL(`src/lib/backend${mode === "fake" ? ".fake" : ""}.ts`, import.meta.url)) },
  },
  // The rules are tested without a page; the pages themselves by tests/tests/pages.rs.
  test: { include: ["src/**/*.test.ts"], environment: "node", setupFiles: ["src/lib/fake/document.ts"] },
  server: { fs: { allow: [".."] } },
  build: {
    // Made-up data also gets a page with every state on it.
    rolldownOptions: { input: mode === "fake" ? ["index.html", "gallery.html"] : ["index.html"] },
    outDir: mode === "fake" ? "../target/ui-fake" : "dist",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    target: ["chrome123", "safari17.5"],
  },
}));
