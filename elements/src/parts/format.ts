/**
 * Dates and money as the reader writes them.
 */
import { language, type Language } from "../texts/language.js";

const TIME = { hour: "numeric", minute: "2-digit" } as const;
const DATE = { day: "numeric", month: "short" } as const;

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly moment: Intl.DateTimeFormat;
  readonly far: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
  readonly relative: Intl.RelativeTimeFormat;
}

const MADE = new Map<Language, Formats>();

/** How the language of the page writes them. */
function formats(): Formats {
  const tag = language();
  const made = MADE.get(tag) ?? formatsOf(tag);
  MADE.set(tag, made);
  return made;
}

function formatsOf(tag: Language): Formats {
  return {
    day: new Intl.DateTimeFormat(tag, { ...DATE, year: "numeric" }),
    moment: new Intl.DateTimeFormat(tag, { ...DATE, ...TIME }),
    far: new Intl.DateTimeFormat(tag, { ...DATE, year: "numeric", ...TIME }),
    time: new Intl.DateTimeFormat(tag, TIME),
    relative: new Intl.RelativeTimeFormat(tag, { numeric: "auto" }),
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_LONG = 24 * HOUR;

/** A date. */
export function day(at: number): string {
  return formats().day.format(at);
}

/** The time of day. */
export function timeOf(at: number): string {
  return formats().time.format(at);
}

/** A date and time; with the year, if it is another one. */
export function moment(at: number, now = Date.now()): string {
  const far = new Date(at).getFullYear() !== new Date(now).getFullYear();
  const { far: full, moment: near } = formats();
  return (far ? full : near).format(at);
}

/** How far away, in words; far ones as a date. */
export function ago(at: number, now = Date.now()): string {
  const away = at - now;
  const size = Math.abs(away);
  const { relative } = formats();
  if (size < MINUTE) return relative.format(0, "minute");
  if (size < HOUR) return relative.format(Math.round(away / MINUTE), "minute");
  if (size < DAY_LONG) return relative.format(Math.round(away / HOUR), "hour");
  if (size < 30 * DAY_LONG) return relative.format(Math.round(away / DAY_LONG), "day");
  return day(at);
}

/** Cents as money, with cents only where there are some. */
export function money(cents: number, currency = "USD"): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const format = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language(), format).format(cents / 100);
}

/** The value of a date field, at the end of that day here; nothing: no date. */
export function endOfDay(value: string): number | undefined {
  const at = new Date(`${value}T23:59:59.000`).getTime();
  return Number.isNaN(at) ? undefined : at;
}

/** What a date field shows for an instant. */
export function dateField(at: number | null | undefined): string {
  if (at == null) return "";
  const here = new Date(at - new Date(at).getTimezoneOffset() * MINUTE);
  return here.toISOString().slice(0, 10);
}

/** What a date and time field shows for an instant. */
export function momentField(at: number | null | undefined): string {
  if (at == null) return "";
  const here = new Date(at - new Date(at).getTimezoneOffset() * MINUTE);
  return here.toISOString().slice(0, 16);
}
