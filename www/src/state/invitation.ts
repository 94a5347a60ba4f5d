/**
 * The invitation or project that somebody was about to accept when they had to sign in first, kept for this tab alone.
 */
const KEY = "roster.join";

/** Keeps the token until the sign-in is done. */
export function rememberJoin(token: string): void {
  sessionStorage.setItem(KEY, token);
}

/** The page of the token that is kept. */
export function pendingJoin(): string | undefined {
  const token = sessionStorage.getItem(KEY);
  if (!token) return undefined;
  return `${token.startsWith("h.") ? "/handover" : "/join"}#${token}`;
}

/** It was accepted, refused or looked at again. */
export function forgetJoin(): void {
  sessionStorage.removeItem(KEY);
}
