/**
 * Whether two plain values have the same text in JSON, told without writing it: equal in kind, keys in the same order.
 * A *no* is not the last word: `undefined` and what is left out have the same text.
 */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, i) => isEqual(one, b[i]));
  if (Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  const others = Object.keys(right);
  return keys.length === others.length && keys.every((key, i) => key === others[i] && isEqual(left[key], right[key]));
}
