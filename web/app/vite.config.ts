import { defineConfig } from "vite";
import { documentHead } from "./build/document-head.ts";
import { emojiTable } from "./build/emoji-table.ts";
import { precompress } from "./build/precompress.ts";

export default defineConfig({
  plugins: [documentHead(), emojiTable(), precompress()],
  build: {
    target: "es2023",
    // The policy allows neither data: URLs nor the polyfill's inline work.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: true,
    reportCompressedSize: true,
  },
  server: {
    proxy: { "/v1": { target: "http://127.0.0.1:8080", ws: true } },
  },
});
