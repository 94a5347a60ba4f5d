/**
 * What a CSV file says: whom to invite, perhaps as what. With or without a header, in English or Russian, as Excel,
 * Google Sheets and other tools write it.
 */
import { ROLES, type RoleId } from "@roster/access";
import { parse } from "papaparse";
import type { Role } from "../../state/roles.js";
import { addressesIn } from "../addresses.js";

/** The most rows that one import takes. */
export const MOST_ROWS = 1_000;

/** One row of a file, or one address that was typed. */
export interface Entry {
  readonly typed: string;
  readonly name?: string;
  /** The role that the row names: its id. */
  readonly role?: string;
  /** What the row has for a role, when that is none. */
  readonly wrongRole?: string;
}

/** What a file came to. */
export interface Sheet {
  readonly entries: readonly Entry[];
  /** Rows beyond the most. */
  readonly dropped: number;
}

/** What is at the head of a column, however it is written. */
const HEADS = {
  address: /^(e ?mail|mail|email address|e mail address|e mail 1 value|address|contact|почта|эл почта|e mail адрес|(адрес )?электронн(ая|ой) почт[аы]|адрес( почты)?|имейл|емейл|мейл)$/,
  role: /^(role|access|access level|permission|permissions|роль|доступ|права|уровень доступа)$/,
  name: /^(name|full name|display name|first name|given name|имя|фио|имя и фамилия|полное имя)$/,
};

/** What roles are called in files: their ids, and their names in both languages. */
const CALLED: Readonly<Record<string, RoleId | undefined>> = {
  наблюдатель: "viewer",
  читатель: "viewer",
  редактор: "editor",
  автор: "writer",
  "комьюнити менеджер": "community_manager",
  "smm специалист": "smm_specialist",
  "smm manager": "smm_specialist",
  согласующий: "approver",
  менеджер: "manager",
  клиент: "client",
  заказчик: "client",
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The id of the role that a text names, of every team's and the team's own. */
function roleCalled(text: string, own: readonly Role[]): string | undefined {
  const name = plain(text);
  return ROLES.find((role) => plain(role.id) === name)?.id ?? CALLED[name] ?? own.find((role) => plain(role.label) === name)?.id;
}

/** The text of a file: Unicode, or what Windows writes in Russian. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

interface Columns {
  readonly address: number;
  readonly role: number;
  readonly name: number;
}

/** Reads a file's text, for a team that has roles of its own. */
export function readCsv(text: string, own: readonly Role[]): Sheet {
  const { data } = parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [head = [], ...rest] = data;
  const headed = !head.some((cell) => cell.includes("@")) && head.some((cell) => isHead(cell));
  const rows = headed ? rest : data;
  const columns = headed ? byHead(head, rows, own) : byContent(rows, own);
  const entries = rows.map((row) => entry(row, columns, own)).filter((one) => one !== undefined);
  return { entries: entries.slice(0, MOST_ROWS), dropped: Math.max(entries.length - MOST_ROWS, 0) };
}

function isHead(cell: string): boolean {
  return Object.values(HEADS).some((known) => known.test(plain(cell)));
}

/** What the head does not name is looked for in the rows. */
function byHead(head: readonly string[], rows: readonly string[][], own: readonly Role[]): Columns {
  const at = (known: RegExp): number => head.findIndex((cell) => known.test(plain(cell)));
  const found = byContent(rows, own);
  const [address, role, name] = [at(HEADS.address), at(HEADS.role), at(HEADS.name)];
  return { address: address < 0 ? found.address : address, role: role < 0 && found.role !== name ? found.role : role, name };
}

/** The column with the most addresses, and the one where at least every other cell is a role: what else stands there is
 * none, and its row says so. */
function byContent(rows: readonly string[][], own: readonly Role[]): Columns {
  const some = rows.slice(0, 50);
  const width = Math.max(1, ...some.map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const count = (at: number): number => some.filter((row) => row[at]?.includes("@")).length;
  const address = all.reduce((best, at) => (count(at) > count(best) ? at : best), 0);
  const isRole = (at: number): boolean => {
    const cells = some.map((row) => row[at]?.trim() ?? "").filter(Boolean);
    const roles = cells.filter((cell) => roleCalled(cell, own) !== undefined).length;
    return at !== address && roles > 0 && roles * 2 >= cells.length;
  };
  return { address, role: all.findIndex(isRole), name: -1 };
}

function entry(row: readonly string[], columns: Columns, own: readonly Role[]): Entry | undefined {
  const cell = (at: number): string => (row[at] ?? "").trim().replace(/^'/, "");
  const raw = cell(columns.address);
  if (!raw) return undefined;
  const typed = raw.includes("<") ? (addressesIn(raw)[0] ?? raw) : raw;
  const [name, called] = [cell(columns.name), cell(columns.role)];
  const role = called ? roleCalled(called, own) : undefined;
  return {
    typed,
    ...(name ? { name } : {}),
    ...(role ? { role } : {}),
    ...(called && !role ? { wrongRole: called } : {}),
  };
}
