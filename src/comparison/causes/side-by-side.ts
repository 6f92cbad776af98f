import type { Cause, Turned } from '../shapes.js';
import type { Side } from '../side.js';

/** Two traces walked side by side. */
export interface Walk {
  readonly left: Side;
  readonly right: Side;
  /** The last things that differ down from a node; empty where it is the same on both sides. */
  of(key: string): readonly Cause[];
}

/** Why a line moved, and the tests that turned with it. */
export interface LineCauses {
  readonly causes: readonly Cause[];
  readonly turned: readonly Turned[];
}

export function distinct(causes: readonly Cause[]): readonly Cause[] {
  if (causes.length < 2) return causes;
  const byKey = new Map<string, Cause>();
  for (const cause of causes) {
    const key = causeKey(cause);
    if (!byKey.has(key)) byKey.set(key, cause);
  }
  return [...byKey.values()];
}

export function causeKey({ kind, name, person }: Cause): string {
  return `${kind} ${name}@${person ?? ''}`;
}

export function allOf(walk: Walk, keys: readonly string[]): readonly Cause[] {
  const lists = keys.map((key) => walk.of(key)).filter((causes) => causes.length > 0);
  return lists.length < 2 ? (lists[0] ?? []) : distinct(lists.flat());
}
