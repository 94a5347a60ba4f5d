/**
 * A Worker of a test's own: on a database of its own, on two ports when two isolates are wanted, and one that
 * can be killed in the middle. Tests that need none of this use the Worker that `baseURL` names.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** The built xtask, or cargo's alias for it. */
const xtask = process.env["ROSTER_XTASK"];

export interface Server {
  /** One address for each isolate. */
  readonly urls: readonly string[];
  /** Where the database lives; hand it to `startServer` to start again on what was kept. */
  readonly state: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends it and deletes its database. */
  close(): Promise<void>;
}

/** Starts a Worker and resolves once it answers. */
export async function startServer(options: { state?: string; isolates?: 1 | 2 } = {}): Promise<Server> {
  const state = options.state ?? (await mkdtemp(join(tmpdir(), "roster-test-")));
  const ports = options.isolates === 2 ? [await freePort(), await freePort()] : [await freePort()];
  const child = serve(ports, state);
  await ready(child);
  const kill = (): Promise<void> => killGroup(child);
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    state,
    kill,
    async close() {
      await kill();
      await rm(state, { recursive: true, force: true });
    },
  };
}

/** A group of its own, so that wrangler and the runtime below it can be ended together. */
function serve(ports: readonly number[], state: string): ChildProcess {
  const [port, second] = ports;
  const flags = ["serve", "--port", `${port}`, "--persist", state];
  if (second !== undefined) flags.push("--second-port", `${second}`);
  const [program, leading] = xtask ? [xtask, []] : ["cargo", ["xtask"]];
  const cwd = join(import.meta.dirname, "../..");
  return spawn(program, [...leading, ...flags], { cwd, detached: true, stdio: ["ignore", "pipe", "inherit"] });
}

/** Resolves on the line `ready`, and rejects if the program ends before. */
function ready(child: ChildProcess): Promise<void> {
  const { stdout } = child;
  if (!stdout) throw new Error("the server has no output");
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on("line", (line) => line === "ready" && resolve());
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await ended;
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
