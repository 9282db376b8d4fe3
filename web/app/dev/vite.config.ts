import { defineConfig } from "vite";
import { documentHead } from "../build/document-head.ts";
import { emojiTable } from "../build/emoji-table.ts";

/** The app with a made-up chat behind it: to look at, never part of what is served. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [documentHead(), emojiTable()],
  build: {
    target: "es2023",
    outDir: "../node_modules/.look",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
