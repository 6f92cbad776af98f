type Version = readonly [number, number, number];

/** True when a version lies in a range: `^1.0`, `~1.2`, `1.2`, `>=1.0 <2.0`. Null when the range cannot be read. */
export function inRange(version: string, range: string): boolean | null {
  const own = read(version);
  if (own === null) return null;
  let fits = true;
  for (const part of range.trim().split(/\s+/)) {
    const found = /^(\^|~|>=|<=|>|<|=)?(\d+(?:\.\d+){0,2})$/.exec(part);
    if (found === null) return null;
    const [, operator = '', text = ''] = found;
    fits &&= partFits(own, operator, text);
  }
  return fits;
}

function read(text: string): Version | null {
  const parts = text.split('.').map(Number);
  if (parts.length > 3 || parts.some((part) => !Number.isInteger(part))) return null;
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
}

function partFits(own: Version, operator: string, text: string): boolean {
  const low = read(text) ?? [0, 0, 0];
  const given = text.split('.').length;
  const atLeast = compare(own, low) >= 0;
  switch (operator) {
    case '>=':
      return atLeast;
    case '>':
      return compare(own, low) > 0;
    case '<=':
      return compare(own, low) <= 0;
    case '<':
      return compare(own, low) < 0;
    case '^': {
      const major = low[0] > 0 || given === 1;
      const next: Version = major
        ? [low[0] + 1, 0, 0]
        : low[1] > 0 || given === 2
          ? [0, low[1] + 1, 0]
          : [0, 0, low[2] + 1];
      return atLeast && compare(own, next) < 0;
    }
    case '~':
      return atLeast && compare(own, given === 1 ? [low[0] + 1, 0, 0] : [low[0], low[1] + 1, 0]) < 0;
    default:
      return own.slice(0, given).every((part, at) => part === low[at]);
  }
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
