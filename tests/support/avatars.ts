/**
 * Pictures that people show of themselves, as small as their headers allow, and how one is shown through the API.
 */
import { type Answer, type Browser, ok, type Options } from "./api";
import { jpeg } from "./images";

/** A picture that fits, as far as its header goes. */
export const AVATAR = jpeg(128, 128);

/** Sends this as one's picture. */
export function sendAvatar(browser: Browser, bytes: Uint8Array<ArrayBuffer> = AVATAR, options: Options = {}): Promise<Answer<unknown>> {
  return browser.raw("PUT", "/api/v1/me/avatar", bytes, { ...options, headers: { "content-type": "image/jpeg", ...options.headers } });
}

/** The name of the picture that one shows now. */
export async function ownAvatar(browser: Browser): Promise<string | undefined> {
  return ok(await browser.get<{ avatar?: string }>("/api/v1/me")).avatar;
}

/** Shows a picture, and answers its name. */
export async function showAvatar(browser: Browser, bytes: Uint8Array<ArrayBuffer> = AVATAR): Promise<string> {
  ok(await sendAvatar(browser, bytes));
  const name = await ownAvatar(browser);
  if (name === undefined) throw new Error("no picture is shown");
  return name;
}
