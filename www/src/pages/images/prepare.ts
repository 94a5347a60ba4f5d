/**
 * Makes a file fit for the library before it leaves this browser: its pixels are drawn and written anew, so that nothing
 * of what the camera noted goes out, and a small picture is made of it. A GIF stays as it is, since it may move.
 */

/** What is sent. */
export interface Prepared {
  readonly file: Blob;
  readonly thumbnail: Blob;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be prepared; a key of the texts. */
export class Unfit extends Error {
  override readonly name = "Unfit";
  constructor(readonly why: "notImage" | "unreadable" | "tooLarge") {
    super(why);
  }
}

/** What the file chooser offers. */
export const ACCEPTED = "image/png,image/jpeg,image/webp,image/gif";

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_THUMBNAIL_BYTES = 200 * 1024;
/** The longest sides, in pixels. */
const LONGEST = 2_560;
const THUMBNAIL = 480;

/** Prepares a file.
 * @throws Unfit */
export async function prepare(file: Blob): Promise<Prepared> {
  if (!ACCEPTED.split(",").includes(file.type)) throw new Unfit("notImage");
  const bitmap = await decoded(file);
  try {
    const thumbnail = await small(bitmap);
    if (file.type === "image/gif") return await asItIs(file, bitmap, thumbnail);
    return await drawnAnew(file, bitmap, thumbnail);
  } finally {
    bitmap.close();
  }
}

/** Its pixels, the right way up.
 * @throws Unfit */
export async function decoded(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch {
    throw new Unfit("unreadable");
  }
}

async function asItIs(file: Blob, bitmap: ImageBitmap, thumbnail: Blob): Promise<Prepared> {
  if (file.size > MOST_BYTES) throw new Unfit("tooLarge");
  return { file, thumbnail, mediaType: file.type, width: bitmap.width, height: bitmap.height };
}

/** In its own kind while that is small enough, else as WebP, which keeps what is transparent too. */
async function drawnAnew(file: Blob, bitmap: ImageBitmap, thumbnail: Blob): Promise<Prepared> {
  const canvas = drawn(bitmap, LONGEST);
  const { width, height } = canvas;
  for (const [type, quality] of [[file.type, 0.9], ["image/webp", 0.85], ["image/webp", 0.6]] as const) {
    const written = await encoded(canvas, type, quality);
    if (written && written.size <= MOST_BYTES) return { file: written, thumbnail, mediaType: written.type, width, height };
  }
  throw new Unfit("tooLarge");
}

/** A JPEG on white. */
async function small(bitmap: ImageBitmap): Promise<Blob> {
  const canvas = drawn(bitmap, THUMBNAIL, "#ffffff");
  for (const quality of [0.8, 0.5, 0.2]) {
    const written = await encoded(canvas, "image/jpeg", quality);
    if (written?.type === "image/jpeg" && written.size <= MOST_THUMBNAIL_BYTES) return written;
  }
  throw new Unfit("unreadable");
}

function drawn(bitmap: ImageBitmap, longest: number, ground?: string): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) throw new Unfit("unreadable");
  context.imageSmoothingQuality = "high";
  if (ground) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The canvas as a file of that kind; nothing, when the browser writes none. */
export function encoded(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, type, quality));
}
