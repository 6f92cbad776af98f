import { decimalOf } from './scalars.js';

const TOP = [
  'month',
  'persons',
  'others',
  'dwelling',
  'household',
  'incomes',
  'incomes-complete',
  'bills',
  'overrides',
  'about',
];
const PERSON = ['id', 'role', 'age', 'born'];

/**
 * The document's `input`: what was given, keys in a fixed order, numbers as text (an age in years stays a number),
 * nothing filled in. `about` is passed through.
 */
export function canonicalInput(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const key of TOP) {
    if (raw[key] === undefined) continue;
    if (key === 'about') input[key] = raw[key];
    else if (key === 'persons' || key === 'others') input[key] = (raw[key] as readonly unknown[]).map(personInput);
    else input[key] = asText(raw[key]);
  }
  return input;
}

function personInput(raw: unknown): Record<string, unknown> {
  const person = raw as Record<string, unknown>;
  const input: Record<string, unknown> = {};
  for (const key of PERSON)
    if (person[key] !== undefined) input[key] = key === 'age' ? Number(person[key]) : asText(person[key]);
  for (const key of Object.keys(person)) if (!PERSON.includes(key)) input[key] = asText(person[key]);
  return input;
}

function asText(raw: unknown): unknown {
  if (Array.isArray(raw)) return raw.map(asText);
  if (typeof raw === 'object' && raw !== null) {
    return Object.fromEntries(
      Object.entries(raw)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, asText(value)]),
    );
  }
  const text = String(raw).trim();
  return typeof raw === 'number' ? (decimalOf(text) ?? text) : text;
}
