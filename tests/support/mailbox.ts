/**
 * The mailbox of the development build: what was mailed to an address, and the code, link and token inside.
 */
import { expect } from "@playwright/test";

export interface Mail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

export class Mailbox {
  constructor(readonly url: string) {}

  /** All mails to an address, the oldest first. */
  async all(address: string): Promise<readonly Mail[]> {
    const response = await fetch(`${this.url}/dev/mail.json?to=${encodeURIComponent(address)}`);
    if (!response.ok) throw new Error(`the mailbox answered ${response.status}`);
    const newestFirst = (await response.json()) as Mail[];
    return newestFirst.reverse();
  }

  /** The mails with such a subject, once there are `count` of them. */
  async wait(address: string, about: RegExp, count = 1): Promise<readonly Mail[]> {
    let found: readonly Mail[] = [];
    const look = async (): Promise<number> => {
      found = (await this.all(address)).filter((mail) => about.test(mail.subject));
      return found.length;
    };
    await expect.poll(look, { message: `mail ${about} to ${address}`, intervals: [10, 20, 40, 80, 160] }).toBeGreaterThanOrEqual(count);
    return found;
  }

  /** The latest of them. */
  async latest(address: string, about: RegExp, count = 1): Promise<Mail> {
    const mails = await this.wait(address, about, count);
    const last = mails.at(-1);
    if (!last) throw new Error("no mail");
    return last;
  }
}

/** The 8 digits of a sign-in mail. */
export function codeIn(mail: Mail): string {
  const digits = /\b(\d{4})\s?(\d{4})\b/.exec(mail.text);
  if (!digits) throw new Error(`no code in: ${mail.text}`);
  return `${digits[1]}${digits[2]}`;
}

/** The token in the fragment of the address that a mail gives. */
export function tokenIn(mail: Mail): string {
  const address = /https?:\/\/\S+#\S+/.exec(mail.text);
  if (!address) throw new Error(`no link in: ${mail.text}`);
  return tokenOf(address[0]);
}

/** The token in the fragment of an address. */
export function tokenOf(address: string): string {
  const fragment = address.slice(address.indexOf("#") + 1);
  return fragment.slice(fragment.indexOf("=") + 1);
}

/** Subjects. */
export const SIGN_IN = /sign-in code/i;
export const INVITATION = /invites you/i;
