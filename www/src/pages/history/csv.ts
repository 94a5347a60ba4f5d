/**
 * History as a file that spreadsheets read: every page that the reader may see, one after the other.
 */
import { call } from "@roster/elements/api/client.js";
import type { HistoryLine, PlacedGrant } from "@roster/elements/api/types.js";
import { rememberRoles } from "@roster/elements/state/roles.js";
import { t } from "../../texts/index.js";
import { kindName } from "./kinds.js";
import { held, sentence } from "./line.js";

/** So that spreadsheets read the file as UTF-8. */
const MARK = "\ufeff";

/** What is exported, and who wants to know how far it is. */
export interface Export {
  readonly team: string;
  readonly person: string | undefined;
  readonly kind: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: (lines: number) => void;
}

/** A cell: quoted, and with an apostrophe where a spreadsheet would take it for a formula (RULES.md, "Many at once"). */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The whole file; nothing when it was left.
 * @throws Failure */
export async function csv({ team, person, kind, signal, progress }: Export): Promise<Blob | undefined> {
  const parts: string[] = [MARK, row(t.history.columns)];
  let count = 0;
  let after: string | undefined;
  do {
    if (signal.aborted) return undefined;
    const page = await call("get", "/api/v1/teams/{team}/history", { path: { team }, query: { after, person, kind } });
    rememberRoles(page.deletedRoles);
    parts.push(page.lines.map((line) => row(cells(line))).join(""));
    count += page.lines.length;
    progress(count);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return signal.aborted ? undefined : new Blob(parts, { type: "text/csv;charset=utf-8" });
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cells(line: HistoryLine): readonly string[] {
  const grants = (access: readonly PlacedGrant[]): string => (access.length === 0 ? "" : held(access));
  return [
    new Date(line.at).toISOString(),
    kindName(line.kind),
    line.by?.name ?? t.history.system,
    line.person?.name ?? "",
    line.address ?? "",
    line.project?.name ?? "",
    grants(line.before),
    grants(line.after),
    line.note ?? "",
    sentence(line),
  ];
}

/** Hands a file to the browser. */
export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
