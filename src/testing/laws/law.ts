import type fc from 'fast-check';
import type { HouseholdInput } from '../../household/household-input.js';
import type { Pack } from '../../model/pack.js';
import { isEqual } from '../equal.js';

/** A law of the field that every pack and every household must keep. */
export interface Law {
  readonly id: string;
  /** The law in a sentence. */
  readonly says: string;
  /** Where it does not hold, and why; null = everywhere. */
  readonly except: string | null;
  readonly property: fc.IAsyncPropertyWithHooks<unknown[]> | fc.IPropertyWithHooks<unknown[]>;
}

export type TestPack = Pack<HouseholdInput>;

/** Thrown by a law with what it saw: the message is the counterexample in words. */
export function broken(message: string): never {
  throw new Error(message);
}

/** Fails with both texts when they differ. */
export function same(what: string, found: unknown, expected: unknown): void {
  if (isEqual(found, expected)) return;
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a === b) return;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  broken(
    `${what}: found …${a.slice(Math.max(0, at - 120), at + 80)}… expected …${b.slice(Math.max(0, at - 120), at + 80)}…`,
  );
}
