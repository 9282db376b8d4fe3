import { defineConfig } from "vitest/config";

// The unit tests of every package. The browser tests live in e2e and have a run of their own.
export default defineConfig({
  test: {
    projects: ["packages/*", "app"],
  },
});
