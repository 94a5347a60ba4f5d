/**
 * One's own data as a file: every part of what the edge keeps about the person, page by page.
 */
import { call } from "@roster/elements/api/client.js";
import type { ExportRow } from "@roster/elements/api/types.js";

/** The parts that the edge gives, under the names that they have in the file. */
const PARTS = ["memberships", "invitationsReceived", "invitationsSent", "offersReceived", "offersMade", "requests", "posts", "images", "history", "deeds"] as const;

/** The whole file; nothing when it was left.
 * @throws Failure */
export async function ownData(signal: AbortSignal, progress: (rows: number) => void): Promise<Blob | undefined> {
  const { id, name, address, avatar, language, since, mailsOff } = await call("get", "/api/v1/me");
  const { sessions } = await call("get", "/api/v1/me/sessions");
  const file: Record<string, unknown> = { account: { id, name, address, ...(avatar ? { avatar } : {}), language, since, mailsOff }, sessions };
  let count = 0;
  for (const part of PARTS) {
    const rows: ExportRow[] = [];
    let after: string | undefined;
    do {
      if (signal.aborted) return undefined;
      const page = await call("get", "/api/v1/me/export", { query: { part, after } });
      rows.push(...page.rows);
      progress((count += page.rows.length));
      after = page.next ?? undefined;
    } while (after !== undefined);
    file[part] = rows;
  }
  const times = "All times are milliseconds since 1970-01-01T00:00:00Z.";
  const body = { format: "roster-own-data-1", times, exportedAt: Date.now(), ...file };
  return signal.aborted ? undefined : new Blob([`${JSON.stringify(body, null, 2)}\n`], { type: "application/json" });
}
