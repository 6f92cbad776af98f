import fc from 'fast-check';

type Path = readonly (string | number)[];

/** What somebody may write by mistake, or a program may hand over: wrong kinds of value, and words that are nearly right. */
const ODD: readonly unknown[] = [
  null,
  true,
  [],
  {},
  '',
  'yes',
  'unknown',
  'none',
  'a word',
  -1,
  0,
  0.5,
  7,
  400,
  '0.5',
  '7',
  '7.0',
  '007',
  '-3',
  '400',
  '12,5',
  '1e3',
  '50%',
  '50 %',
  '7 EUR',
  '7 EUR/year',
  '7  EUR/year',
  '7 EUR/quarter',
  '7 EUR/year/person',
  '7 HBC/month',
  '2017-03-02',
  '2017-13-02',
  '2017-3-2',
  '2024-06',
];

/** Keys of the frame, put where they do not belong, and one that belongs nowhere. */
const KEYS = ['id', 'role', 'age', 'born', 'of', 'kind', 'times', 'amount', 'line', 'name', 'is', 'share', 'extra'];

interface Damage {
  readonly how: 'replace' | 'leave out' | 'add' | 'turn';
  readonly place: number;
  readonly value: unknown;
  readonly key: string;
}

/** Small damages to a household that is right: a value replaced, left out or turned from text to number, a key too many. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    how: fc.constantFrom('replace', 'leave out', 'add', 'turn'),
    place: fc.nat(),
    value: fc.constantFrom(...ODD),
    key: fc.constantFrom(...KEYS),
  }),
  { minLength: 1, maxLength: 2 },
);

export function damaged(household: unknown, list: readonly Damage[]): unknown {
  return list.reduce(damagedOnce, structuredClone(household));
}

function damagedOnce(household: unknown, { how, place, value, key }: Damage): unknown {
  const paths = pathsOf(household).filter(
    (path) => path[0] !== 'about' && (how !== 'add' || isMap(valueAt(household, path))),
  );
  const path = paths[place % paths.length];
  if (path === undefined) return household;
  if (how === 'add') return changed(household, [...path, key], () => value);
  if (how === 'turn') return changed(household, path, turned);
  return changed(household, path, () => (how === 'replace' ? value : undefined));
}

/** A number as text, and a text that is a number as that. */
function turned(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && String(Number(value)) === value ? Number(value) : value;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value);
  return [at, ...keys.flatMap((key) => pathsOf((value as Record<string | number, unknown>)[key], [...at, key]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], value);
}

/** With another value at a path; without it where that is `undefined`. */
function changed(value: unknown, [key, ...rest]: Path, to: (value: unknown) => unknown): unknown {
  if (key === undefined) return to(value) ?? null;
  const inside = (value as Record<string | number, unknown>)[key];
  const becomes = rest.length === 0 ? to(inside) : changed(inside, rest, to);
  if (Array.isArray(value))
    return value.flatMap((one: unknown, i) => (i !== key ? [one] : becomes === undefined ? [] : [becomes]));
  const others = Object.entries(value as object).filter(([name]) => name !== key);
  return Object.fromEntries(becomes === undefined ? others : [...others, [key, becomes]]);
}
