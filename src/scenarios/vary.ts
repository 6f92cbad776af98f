/**
 * A household with some values set: `month`, `persons.t.age` (by id or by place from 0), `dwelling.rent`,
 * `incomes.0.amount`, `bills.school.t`. What it came from stays as it is. Null when a path leads nowhere.
 */
export function varied(
  household: unknown,
  set: readonly { readonly path: string; readonly value: unknown }[],
): Record<string, unknown> | null {
  const copy = structuredClone(household) as Record<string, unknown>;
  return set.every(({ path, value }) => setPath(copy, path.split('.'), value)) ? copy : null;
}

function setPath(target: unknown, [step, ...rest]: readonly string[], value: unknown): boolean {
  if (step === undefined || typeof target !== 'object' || target === null) return false;
  if (Array.isArray(target)) {
    const entries = target as unknown[];
    const byId = entries.findIndex((entry) => (entry as { id?: unknown } | null)?.id === step);
    const place = byId >= 0 ? byId : /^\d+$/.test(step) ? Number(step) : -1;
    if (place < 0 || place >= entries.length) return false;
    if (rest.length > 0) return setPath(entries[place], rest, value);
    entries[place] = value;
    return true;
  }
  const map = target as Record<string, unknown>;
  if (rest.length === 0) {
    map[step] = value;
    return true;
  }
  // what every object has (__proto__) is not the household's
  if (!Object.hasOwn(map, step)) map[step] = {};
  return setPath(map[step], rest, value);
}
