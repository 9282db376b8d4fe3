import { defineConfig } from "vitest/config";

// Two files at a time, as they mostly wait: each has a server and a browser of its own.
export default defineConfig({
  test: {
    name: "e2e",
    include: ["*.test.ts"],
    globalSetup: ["harness/browser.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 330_000,
  },
});
