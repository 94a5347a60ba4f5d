/**
 * The files that are on their way into the library: two at a time, each with its own progress and its own trouble, so
 * that one that fails keeps no other. They go on while another page is shown.
 */
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { prepare, Unfit, type Prepared } from "./prepare.js";
import { put } from "./put.js";

/** A file on its way. */
export interface Upload {
  readonly key: string;
  readonly team: string;
  readonly project: string | undefined;
  readonly file: File;
  /** What it will be said to show, to begin with. */
  readonly name: string;
  state: "waiting" | "preparing" | "sending" | "done" | "failed";
  /** From 0 to 1. */
  progress: number;
  /** Why it failed. */
  trouble?: Unfit["why"] | Problem;
}

const AT_ONCE = 2;
const LONGEST_NAME = 200;

/** All of them. */
export class Uploads extends EventTarget {
  list: readonly Upload[] = [];
  #running = 0;

  /** Takes files in. */
  add(files: Iterable<File>, team: string, project: string | undefined): void {
    const fresh = [...files].map((file): Upload => ({ key: newKey(), team, project, file, name: nameOf(file), state: "waiting", progress: 0 }));
    this.list = [...this.list, ...fresh];
    this.#go();
  }

  /** Sends one that failed again. */
  retry(upload: Upload): void {
    delete upload.trouble;
    upload.state = "waiting";
    this.#go();
  }

  /** Takes one from the list, or all that are done with. */
  forget(upload?: Upload): void {
    const over = (one: Upload): boolean => one.state === "done" || one.state === "failed";
    this.list = this.list.filter((one) => (upload ? one !== upload : !over(one)));
    this.#tell();
  }

  #go(): void {
    while (this.#running < AT_ONCE) {
      const next = this.list.find((one) => one.state === "waiting");
      if (!next) break;
      this.#running += 1;
      void this.#run(next);
    }
    this.#tell();
  }

  async #run(upload: Upload): Promise<void> {
    upload.state = "preparing";
    try {
      const prepared = await prepare(upload.file);
      upload.state = "sending";
      upload.progress = 0;
      this.#tell();
      await this.#send(upload, prepared);
      upload.state = "done";
      this.dispatchEvent(new Event("arrived"));
    } catch (error) {
      upload.state = "failed";
      upload.trouble = error instanceof Unfit ? error.why : problemOf(error);
    } finally {
      this.#running -= 1;
      this.#go();
    }
  }

  async #send(upload: Upload, prepared: Prepared): Promise<void> {
    const { file, thumbnail, mediaType, width, height } = prepared;
    const { team, project, name } = upload;
    const body = { name, mediaType, width, height, bytes: file.size, thumbnailBytes: thumbnail.size, ...(project ? { project } : {}) };
    const { image } = await call("post", "/api/v1/teams/{team}/images", { path: { team }, body });
    await put(`/api/v1/teams/${team}/images/${image}/file`, new Blob([thumbnail, file]), (progress) => {
      upload.progress = progress;
      this.#tell();
    });
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** The file's name without its ending, as far as it can stand for what the image shows. */
function nameOf(file: File): string {
  const bare = file.name.replace(/\.[^.]*$/, "").replace(/[_\s]+/g, " ").trim();
  return [...(bare || file.name || "Image")].slice(0, LONGEST_NAME).join("");
}

/** The one list. */
export const uploads = new Uploads();
