import { defineConfig } from "vitest/config";

// One file at a time: each has a server and a browser of its own.
export default defineConfig({
  test: {
    name: "e2e",
    include: ["*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 330_000,
  },
});
