/**
 * Joining and counting words in English.
 */

/** "a, b and c". */
export const list = (parts: readonly string[], word = "and"): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1) ?? ""}`;

/** "1 seat", "2 seats". */
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
