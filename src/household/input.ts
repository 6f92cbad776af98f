import { HOUSEHOLD_KEYS, INCOME_KEYS, OVERRIDE_KEYS, PERSON_KEYS } from './frame.js';
import { decimalOf } from './scalars.js';

/**
 * The document's `input`: what was given, numbers as text (an age in years stays a number), nothing filled in. One order
 * of keys: those of the frame first, then by code unit. `about` is passed through.
 */
export function canonicalInput(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const input = inOrder(raw, HOUSEHOLD_KEYS, (value, key) => (key === 'about' ? value : asText(value)));
  for (const key of ['persons', 'others']) input[key] &&= listOf(raw[key], PERSON_KEYS);
  input['incomes'] &&= listOf(raw['incomes'], INCOME_KEYS);
  input['overrides'] &&= listOf(raw['overrides'], OVERRIDE_KEYS);
  return input;
}

function listOf(raw: unknown, first: readonly string[]): readonly unknown[] {
  return (raw as readonly Readonly<Record<string, unknown>>[]).map((entry) =>
    inOrder(entry, first, (value, key) => (key === 'age' ? Number(value) : asText(value))),
  );
}

function inOrder(
  map: Readonly<Record<string, unknown>>,
  first: readonly string[],
  read: (value: unknown, key: string) => unknown,
): Record<string, unknown> {
  const given = Object.keys(map).filter((key) => map[key] !== undefined);
  const keys = [...first.filter((key) => given.includes(key)), ...given.filter((key) => !first.includes(key)).sort()];
  return Object.fromEntries(keys.map((key) => [key, read(map[key], key)]));
}

function asText(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(asText);
  if (typeof raw === 'object' && raw !== null) return inOrder(raw as Record<string, unknown>, [], asText);
  const text = String(raw).trim();
  return typeof raw === 'number' ? (decimalOf(text) ?? text) : text;
}
