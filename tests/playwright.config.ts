/**
 * How the tests run: `http` asks the Worker, `browser` drives Chromium, `apps` does so in apps of others that installed
 * the packages, and `measured` compares times, after all others and alone. All need a Worker of the development
 * build; `cargo xtask test` starts one and names it in ROSTER_URL, and without it one is started here.
 */
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const given = process.env["ROSTER_URL"];
const url = given ?? "http://127.0.0.1:8790";
const report = process.env["ROSTER_REPORT"];
const chromium = [process.env["ROSTER_CHROMIUM"], "/usr/bin/chromium"].find((path) => path && existsSync(path));

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const inChromium = {
  browserName: "chromium" as const,
  launchOptions: { args: quiet, ...(chromium ? { executablePath: chromium } : {}) },
};

export default defineConfig({
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // Long enough for a machine that does other things too; what is right is there at once.
  expect: { timeout: 15_000 },
  reporter: report ? [["line"], ["json", { outputFile: report }]] : [["line"]],
  use: { baseURL: url, trace: "retain-on-failure" },
  projects: [
    { name: "http", testDir: "http" },
    { name: "browser", testDir: "browser", timeout: 120_000, use: inChromium },
    { name: "apps", testDir: "apps", timeout: 240_000, use: inChromium, fullyParallel: false },
    { name: "measured", testDir: "measured", timeout: 600_000, use: inChromium, workers: 1 },
  ],
  ...(given
    ? {}
    : {
        webServer: {
          command: "cargo xtask build --dev && cargo xtask serve --port 8790 --persist tests/.state/playwright",
          cwd: "..",
          url: `${url}/api/v1/health`,
          reuseExistingServer: true,
          timeout: 600_000,
        },
      }),
});
