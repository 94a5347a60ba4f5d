/**
 * What a CSV file says: whom to invite, perhaps as what. With or without a header, in English or Russian, as Excel,
 * Google Sheets and other tools write it.
 */
import { ROLES, type RoleId } from "@roster/access";
import { parse } from "papaparse";
import { addressesIn } from "../addresses.js";

/** The most rows that one import takes. */
export const MOST_ROWS = 1_000;

/** One row of a file, or one address that was typed. */
export interface Entry {
  readonly typed: string;
  readonly name?: string;
  /** The role that the row names. */
  readonly role?: RoleId;
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
const CALLED: Readonly<Record<string, RoleId>> = {
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

function roleCalled(text: string): RoleId | undefined {
  const name = plain(text);
  return ROLES.find((role) => plain(role.id) === name)?.id ?? CALLED[name];
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

/** Reads a file's text. */
export function readCsv(text: string): Sheet {
  const { data } = parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [head = [], ...rest] = data;
  const headed = !head.some((cell) => cell.includes("@")) && head.some((cell) => isHead(cell));
  const rows = headed ? rest : data;
  const columns = headed ? byHead(head, rows) : byContent(rows);
  const entries = rows.map((row) => entry(row, columns)).filter((one) => one !== undefined);
  return { entries: entries.slice(0, MOST_ROWS), dropped: Math.max(entries.length - MOST_ROWS, 0) };
}

function isHead(cell: string): boolean {
  return Object.values(HEADS).some((known) => known.test(plain(cell)));
}

function byHead(head: readonly string[], rows: readonly string[][]): Columns {
  const at = (known: RegExp): number => head.findIndex((cell) => known.test(plain(cell)));
  const address = at(HEADS.address);
  return { address: address < 0 ? byContent(rows).address : address, role: at(HEADS.role), name: at(HEADS.name) };
}

/** The column with the most addresses, and the one with nothing but roles. */
function byContent(rows: readonly string[][]): Columns {
  const some = rows.slice(0, 50);
  const width = Math.max(1, ...some.map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const count = (at: number): number => some.filter((row) => row[at]?.includes("@")).length;
  const address = all.reduce((best, at) => (count(at) > count(best) ? at : best), 0);
  const isRole = (at: number): boolean => {
    const cells = some.map((row) => row[at]?.trim() ?? "").filter(Boolean);
    return at !== address && cells.length > 0 && cells.every((cell) => roleCalled(cell) !== undefined);
  };
  return { address, role: all.findIndex(isRole), name: -1 };
}

function entry(row: readonly string[], columns: Columns): Entry | undefined {
  const cell = (at: number): string => (row[at] ?? "").trim().replace(/^'/, "");
  const raw = cell(columns.address);
  if (!raw) return undefined;
  const typed = raw.includes("<") ? (addressesIn(raw)[0] ?? raw) : raw;
  const [name, called] = [cell(columns.name), cell(columns.role)];
  const role = called ? roleCalled(called) : undefined;
  return {
    typed,
    ...(name ? { name } : {}),
    ...(role ? { role } : {}),
    ...(called && !role ? { wrongRole: called } : {}),
  };
}
