/**
 * Two people with one name: what names one of them adds the address.
 */

/** Somebody as lists know them. */
export interface Known {
  readonly name: string;
  readonly address?: string | null | undefined;
}

/** What somebody is called among these. */
export function nameAmong(all: readonly Known[], one: Known): string {
  const twins = all.filter((other) => other.name === one.name).length;
  return twins > 1 && one.address ? `${one.name} (${one.address})` : one.name;
}
