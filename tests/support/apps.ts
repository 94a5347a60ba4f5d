/**
 * Apps of others: copied to a folder of their own, with both packages installed as npm packs them, and served by Vite
 * as a developer (`dev`) and as a deployment (`build` and `preview`) would.
 */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./server";

const run = promisify(execFile);

const ROOT = join(import.meta.dirname, "../..");
const PACKAGES = { "roster-access": "crates/wasm/npm", "roster-elements": "elements" } as const;

/** An app with all that it needs. */
export interface App {
  readonly folder: string;
  close(): Promise<void>;
}

/** Where an app is served. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Copies an app of tests/apps out of the repository, and installs the packed packages. */
export async function installApp(name: "react" | "plain"): Promise<App> {
  const folder = await mkdtemp(join(tmpdir(), `roster-${name}-`));
  await cp(join(ROOT, "tests/apps", name), folder, { recursive: true });
  for (const [packed, from] of Object.entries(PACKAGES)) await pack(join(ROOT, from), join(folder, `${packed}.tgz`));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
  return { folder, close: () => rm(folder, { recursive: true, force: true }) };
}

async function pack(from: string, to: string): Promise<void> {
  const into = await mkdtemp(join(tmpdir(), "roster-pack-"));
  const { stdout } = await run("npm", ["pack", "--json", "--loglevel=error", "--pack-destination", into], { cwd: from });
  const told = JSON.parse(stdout) as { filename: string }[] | Record<string, { filename: string }>;
  const [made] = Object.values(told);
  if (!made) throw new Error(`nothing was packed: ${stdout}`);
  await rename(join(into, made.filename), to);
  await rm(into, { recursive: true });
}

/** Holds the app to its strict types. */
export async function checkTypes(app: App): Promise<void> {
  await run(bin(app, "tsc"), ["-p", "."], { cwd: app.folder });
}

/** Serves the app's sources, or what was built of them, with the API of a Worker behind it. */
export async function serveApp(app: App, how: "dev" | "preview", worker: string): Promise<Served> {
  const env = { ...process.env, ROSTER_URL: worker };
  if (how === "preview") await run(bin(app, "vite"), ["build", "--logLevel", "warn"], { cwd: app.folder, env });
  const port = await freePort();
  const flags = [how, "--host", "127.0.0.1", "--port", `${port}`, "--strictPort"];
  const child = spawn(bin(app, "vite"), flags, { cwd: app.folder, env, detached: true, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  return { url, close: () => end(child) };
}

function bin(app: App, name: string): string {
  return join(app.folder, "node_modules/.bin", name);
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`vite ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 50));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await ended;
}
