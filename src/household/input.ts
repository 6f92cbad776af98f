import { HOUSEHOLD_KEYS, INCOME_KEYS, OVERRIDE_KEYS, PERSON_KEYS } from './frame.js';
import { decimalOf } from './scalars.js';

type Given = Readonly<Record<string, unknown>>;

/** Lists of a household, with the keys that come first in their entries. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  persons: PERSON_KEYS,
  others: PERSON_KEYS,
  incomes: INCOME_KEYS,
  overrides: OVERRIDE_KEYS,
};

/**
 * The document's `input`: what was given, numbers as text (an age in years stays a number), nothing filled in. One order
 * of keys: those of the frame first, then by code unit. `about` is passed through.
 */
export function canonicalInput(raw: Given): Record<string, unknown> {
  return inOrder(raw, HOUSEHOLD_KEYS, (value, key) => {
    const first = LISTS[key];
    if (first !== undefined) return (value as readonly Given[]).map((entry) => inOrder(entry, first, entryValue));
    return key === 'about' ? value : asText(value);
  });
}

const entryValue = (value: unknown, key: string): unknown => (key === 'age' ? Number(value) : asText(value));

/** A household is read for each document: no list of keys is made but of those that stand in no frame. */
function inOrder(
  map: Given,
  first: readonly string[],
  read: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  const ordered: Record<string, unknown> = {};
  const others: string[] = [];
  for (const key of first) if (map[key] !== undefined && Object.hasOwn(map, key)) ordered[key] = read(map[key], key);
  for (const key of Object.keys(map)) if (map[key] !== undefined && !first.includes(key)) others.push(key);
  if (others.length > 1) others.sort();
  for (const key of others) ordered[key] = read(map[key], key);
  return ordered;
}

function asText(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(asText);
  if (typeof raw === 'object' && raw !== null) return inOrder(raw as Given, [], asText);
  const text = String(raw).trim();
  return typeof raw === 'number' ? (decimalOf(text) ?? text) : text;
}
