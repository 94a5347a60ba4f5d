/**
 * Sets of checkmarks as one number of 52 bits, and the questions that core answers about them.
 */
import { PERMISSIONS, type Permission } from "./catalogue.js";
import { takesSeat as coreTakesSeat, tick, untick } from "./wasm/roster.js";

/** Two halves of 32 bits each: what JavaScript's operators work on. */
export interface Halves {
  low: number;
  high: number;
}

const HALF = 0x1_0000_0000;

/** The number's two halves. */
export function halves(bits: number): Halves {
  return { low: bits % HALF | 0, high: Math.floor(bits / HALF) | 0 };
}

/** Whether the set has this bit. */
export function hasBit(bits: number, bit: number): boolean {
  const { low, high } = halves(bits);
  return bit < 32 ? (low & (1 << bit)) !== 0 : (high & (1 << (bit - 32))) !== 0;
}

/** The ids of the catalogue's checkmarks in a set, in the catalogue's order. */
export function idsOf(bits: number): Permission[] {
  return PERMISSIONS.filter((entry) => hasBit(bits, entry.bit)).map((entry) => entry.id);
}

/** The set of these ids; those that the catalogue lacks are left out. */
export function bitsOf(ids: Iterable<string>): number {
  const wanted = new Set(ids);
  return PERMISSIONS.filter((entry) => wanted.has(entry.id)).reduce((bits, entry) => bits + 2 ** entry.bit, 0);
}

/** The set after a checkmark was ticked or unticked, with what goes with it. */
export function setTick(bits: number, permission: Permission, on: boolean): number {
  return on ? tick(bits, permission) : untick(bits, permission);
}

/** Whether holding the set takes an editor seat. */
export function takesSeat(bits: number): boolean {
  return coreTakesSeat(bits);
}
