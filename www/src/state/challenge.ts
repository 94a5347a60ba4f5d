/**
 * The code that this tab waits for, kept over a reload: reading the mail on a phone often drops the page. It is no
 * secret: the code itself is in the mail alone.
 */
import type { Challenge } from "@roster/elements/api/types.js";

const KEY = "roster.challenge";

/** A challenge, and the address as it was typed. */
export interface Asked {
  readonly challenge: Challenge;
  readonly address: string;
}

/** Keeps it until it is used. */
export function rememberChallenge(asked: Asked): void {
  sessionStorage.setItem(KEY, JSON.stringify(asked));
}

/** The one that is kept, while its code is good. */
export function pendingChallenge(now = Date.now()): Asked | undefined {
  const kept = sessionStorage.getItem(KEY);
  const asked = kept === null ? undefined : (JSON.parse(kept) as Asked);
  return asked && asked.challenge.expiresAt > now ? asked : undefined;
}

/** It was used, or another address is wanted. */
export function forgetChallenge(): void {
  sessionStorage.removeItem(KEY);
}
