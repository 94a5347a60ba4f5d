/**
 * Lines of history by the reader's own days.
 */
import type { HistoryLine } from "@roster/elements/api/types.js";
import { day } from "@roster/elements/parts/format.js";
import { t } from "../../texts/index.js";

/** The lines of one day. */
export interface DayOf {
  readonly day: string;
  readonly at: number;
  readonly lines: readonly HistoryLine[];
}

/** The lines by day, in their order. */
export function byDay(lines: readonly HistoryLine[]): readonly DayOf[] {
  const days = new Map<string, HistoryLine[]>();
  for (const line of lines) {
    const key = keyOf(line.at);
    const known = days.get(key);
    if (known) known.push(line);
    else days.set(key, [line]);
  }
  return [...days].map(([key, of]) => ({ day: key, at: of[0]?.at ?? 0, lines: of }));
}

/** "Today", "Yesterday", or the date. */
export function dayName(at: number, now = new Date()): string {
  const before = new Date(now);
  before.setDate(before.getDate() - 1);
  if (keyOf(at) === keyOf(now.getTime())) return t.history.today;
  return keyOf(at) === keyOf(before.getTime()) ? t.history.yesterday : day(at);
}

function keyOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
