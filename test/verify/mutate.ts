/** A document with one thing wrong: what was done, and where. */
export interface Mutant {
  readonly what: 'change' | 'delete' | 'add' | 'double' | 'reorder' | 'swap';
  readonly path: string;
  /** Made when it is looked at: there are many. */
  readonly make: () => unknown;
}

type Json = Record<string, unknown> | unknown[];

/** Every mutant of a JSON value that differs in one place; `others` gives further values for a scalar at a path. */
export function* mutants(
  document: unknown,
  others: (path: string) => readonly unknown[] = () => [],
): Generator<Mutant> {
  yield* inside(document, [], document, others);
}

function* inside(
  value: unknown,
  path: readonly (string | number)[],
  root: unknown,
  others: (path: string) => readonly unknown[],
): Generator<Mutant> {
  const at = path.join('.');
  const made = (what: Mutant['what'], change: (parent: Json) => Json): Mutant => ({
    what,
    path: at,
    make: () => replaced(root, path, change(value as Json)),
  });
  if (typeof value !== 'object' || value === null) {
    for (const other of [...changesOf(value), ...others(at)])
      yield { what: 'change', path: `${at} → ${JSON.stringify(other)}`, make: () => replaced(root, path, other) };
    return;
  }
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      yield made('delete', (list) => (list as unknown[]).filter((_, place) => place !== i));
      yield made('double', (list) => (list as unknown[]).flatMap((one, place) => (place === i ? [one, one] : [one])));
      if (i > 0) yield made('swap', (list) => swapped(list as unknown[], i));
    }
    if (value.length > 2) yield made('reorder', (list) => [...(list as unknown[])].reverse());
    yield made('add', (list) => [...(list as unknown[]), 'x']);
  } else {
    const keys = Object.keys(value);
    for (const key of keys) {
      yield {
        ...made('delete', (map) => Object.fromEntries(Object.entries(map).filter(([one]) => one !== key))),
        path: [...path, key].join('.'),
      };
    }
    for (let i = 1; i < keys.length; i++) {
      yield made('swap', (map) => exchanged(map as Record<string, unknown>, keys[i - 1]!, keys[i]!));
      yield made('reorder', (map) => Object.fromEntries(swapped(Object.entries(map), i)));
    }
    yield made('add', (map) => ({ ...(map as Record<string, unknown>), 'x-added': 'x' }));
  }
  for (const [key, one] of Object.entries(value))
    yield* inside(one, [...path, Array.isArray(value) ? Number(key) : key], root, others);
}

function changesOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, String(value)];
  if (typeof value === 'boolean') return [!value];
  if (value === null) return ['x', 0];
  const text = value as string;
  const digit = /\d(?=\D*$)/.exec(text);
  const bumped =
    digit === null ? [] : [`${text.slice(0, digit.index)}${(Number(digit[0]) + 1) % 10}${text.slice(digit.index + 1)}`];
  return [`${text}x`, ...bumped, null];
}

function swapped<T>(list: readonly T[], i: number): T[] {
  const copy = [...list];
  [copy[i - 1], copy[i]] = [copy[i]!, copy[i - 1]!];
  return copy;
}

/** Two keys exchange their values. */
function exchanged(map: Record<string, unknown>, a: string, b: string): Record<string, unknown> {
  return { ...map, [a]: map[b], [b]: map[a] };
}

function replaced(root: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(root)) return root.map((one, i) => (i === first ? replaced(one, rest, value) : (one as unknown)));
  const map = root as Record<string, unknown>;
  return { ...map, [first]: replaced(map[first], rest, value) };
}
