/**
 * Dates and money as the reader writes them.
 */
const LANGUAGE = document.documentElement.lang || "en";
const DAY = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short", year: "numeric" });
const MOMENT = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const FAR = new Intl.DateTimeFormat(LANGUAGE, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_LONG = 24 * HOUR;

/** A date. */
export function day(at: number): string {
  return DAY.format(at);
}

/** A date and time; with the year, if it is another one. */
export function moment(at: number, now = Date.now()): string {
  const far = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return (far ? FAR : MOMENT).format(at);
}

/** How far away, in words; far ones as a date. */
export function ago(at: number, now = Date.now()): string {
  const away = at - now;
  const size = Math.abs(away);
  if (size < MINUTE) return RELATIVE.format(0, "minute");
  if (size < HOUR) return RELATIVE.format(Math.round(away / MINUTE), "minute");
  if (size < DAY_LONG) return RELATIVE.format(Math.round(away / HOUR), "hour");
  if (size < 30 * DAY_LONG) return RELATIVE.format(Math.round(away / DAY_LONG), "day");
  return day(at);
}

/** Cents as money, with cents only where there are some. */
export function money(cents: number, currency = "USD"): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const format = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(LANGUAGE, format).format(cents / 100);
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
