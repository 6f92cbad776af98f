/**
 * Plain data of JSON in which equal parts stand once: a model's many numbers rest on few sources and are written in few ways,
 * and what is read when a pack is imported is half as long.
 */
export interface Parts {
  /** Where a part stood stands its negative number: -1 is the first of `parts`, -2 the second. */
  readonly whole: object;
  /** Each names only parts before it. */
  readonly parts: readonly object[];
}

/** Made whole again, and frozen through and through; what is given is used up. */
export function fromParts({ whole, parts }: Parts): object {
  for (const part of parts) fill(part as Inner, parts);
  return fill(whole as Inner, parts);
}

type Inner = Record<string, unknown>;

/** `for in` over parts that are objects, since a pack has many. */
function fill(value: Inner, parts: readonly object[]): object {
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === 'number') {
      if (inner < 0) value[key] = parts[-1 - inner];
    } else if (typeof inner === 'object' && inner !== null) fill(inner as Inner, parts);
  }
  return Object.freeze(value);
}

/** The other way: of data without a negative number. */
export function toParts(whole: object): Parts {
  const times = new Map<string, number>();
  count(whole, times);
  const parts: object[] = [];
  const places = new Map<string, number>();
  const shorter = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    if (!mayBeShared(text) || times.get(text) === 1) return inside(value);
    let place = places.get(text);
    if (place === undefined) {
      parts.push(inside(value));
      places.set(text, (place = parts.length));
    }
    return -place;
  };
  const inside = (value: object): object => {
    if (isTest(value)) return value;
    if (Array.isArray(value)) return value.map(shorter);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorter(inner)]));
  };
  return { whole: inside(whole), parts };
}

function count(value: unknown, times: Map<string, number>): void {
  if (typeof value === 'number' && value < 0) throw new Error(`${value} would be read as the number of a part`);
  if (typeof value !== 'object' || value === null) return;
  const text = JSON.stringify(value);
  times.set(text, (times.get(text) ?? 0) + 1);
  for (const inner of Object.values(value)) count(inner, times);
}

/** Evaluators know one condition from another by its place, so each stays an object of its own, as do the names in it. */
const isTest = (value: object): boolean => 'kind' in value && value.kind === 'test';
const mayBeShared = (text: string): boolean => text.length > SHORT && !text.includes('"kind":"test"');

/** What is no longer than the number of a part stays where it is. */
const SHORT = 12;
