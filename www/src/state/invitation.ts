/**
 * The invitation that somebody was about to accept when they had to sign in first, kept for this tab alone.
 */
const KEY = "roster.join";

/** Keeps the token until the sign-in is done. */
export function rememberJoin(token: string): void {
  sessionStorage.setItem(KEY, token);
}

/** The token that is kept. */
export function pendingJoin(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

/** It was accepted, refused or looked at again. */
export function forgetJoin(): void {
  sessionStorage.removeItem(KEY);
}
