/**
 * Files for the image library, as small as their headers allow, and how one is uploaded through the API.
 */
import { type Answer, type Browser, ok } from "./api";

/** An image before its file comes. */
export interface Announced {
  readonly project?: string;
  readonly name: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly thumbnailBytes: number;
}

export interface LibraryImage {
  readonly id: string;
  readonly project?: string;
  readonly name: string;
  readonly mediaType: string;
  readonly used: number;
}

const joined = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));

const be16 = (number: number): readonly number[] => [number >> 8, number & 255];

/** A PNG of 40 by 30 pixels, as far as its header goes. */
export const PNG = joined("\x89PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", [0, 0, 0, 40, 0, 0, 0, 30, 8, 6, 0, 0, 0, 1, 2, 3, 4]);
/** A JPEG of so many pixels, up to those, with further segments before its size. */
export const jpeg = (width: number, height: number, ...segments: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  joined([0xff, 0xd8], ...segments, [0xff, 0xc0, 0, 17, 8, ...be16(height), ...be16(width), 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda]);
/** A segment with the camera's notes. */
export const EXIF = [0xff, 0xe1, 0, 12, ...Buffer.from("Exif\0\0II*\0")];
/** A thumbnail for any of them. */
export const THUMBNAIL = jpeg(20, 15);

/** What is said of a file before it comes. */
export function announce(file: Uint8Array<ArrayBuffer>, more: Partial<Announced> = {}): Announced {
  return { name: "A cat", mediaType: "image/png", width: 40, height: 30, bytes: file.length, thumbnailBytes: THUMBNAIL.length, ...more };
}

/** Announces an image, which must be allowed, and sends this as its file. */
export async function send(browser: Browser, team: string, file: Uint8Array<ArrayBuffer>, more: Partial<Announced> = {}, thumbnail = THUMBNAIL): Promise<{ id: string; answer: Answer<unknown> }> {
  const { image } = ok(await browser.post<{ image: string }>(`${team}/images`, announce(file, more)));
  return { id: image, answer: await sendFile(browser, team, image, Buffer.concat([thumbnail, file])) };
}

/** Sends the file of an announced image. */
export function sendFile(browser: Browser, team: string, image: string, body: Uint8Array<ArrayBuffer>): Promise<Answer<unknown>> {
  return browser.raw("PUT", `${team}/images/${image}/file`, body, { headers: { "content-type": "application/octet-stream" } });
}

/** Uploads an image, and answers its id. */
export async function upload(browser: Browser, team: string, more: Partial<Announced> = {}): Promise<string> {
  const { id, answer } = await send(browser, team, PNG, more);
  ok(answer);
  return id;
}
