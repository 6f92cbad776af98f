import { Exact, plain } from '../decimal/exact.js';
import type { HouseholdInput } from '../household/household-input.js';
import type { Model } from '../model/model.js';

/** The same model with every amount of money doubled, but for what the law fixes. */
export function doubledPrices(model: Model): Model {
  return twice(model) as Model;
}

function twice(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(twice);
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Record<string, unknown>;
  const from = map['from'] as { law?: true } | undefined;
  if (map['kind'] === 'number' && map['money'] === true && from?.law !== true)
    return { ...map, value: times2(String(map['value'])) };
  return Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, twice(inner)]));
}

/** The same household with every bill doubled; overrides are left out. */
export function doubledBills({ overrides: _, bills, ...rest }: HouseholdInput): HouseholdInput {
  if (bills === undefined) return rest;
  const amount = (raw: unknown): string => {
    const [number = '0', unit] = String(raw).split(' ');
    return number === 'unknown' ? number : `${times2(number)}${unit === undefined ? '' : ` ${unit}`}`;
  };
  const doubled = Object.entries(bills).map(([id, raw]) => [
    id,
    typeof raw === 'object'
      ? Object.fromEntries(Object.entries(raw).map(([who, one]) => [who, amount(one)]))
      : amount(raw),
  ]);
  return { ...rest, bills: Object.fromEntries(doubled) as NonNullable<HouseholdInput['bills']> };
}

function times2(text: string): string {
  return plain(new Exact(text).times(2));
}
