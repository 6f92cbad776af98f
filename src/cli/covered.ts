import { wrap } from '../explain/words/columns.js';
import type { Coverage } from '../scenarios/coverage/coverage.js';

const WIDTH = 80;

/** What scenarios reach, in one line; below it each definition or table of which something is not reached, and what. */
export function covered({ points, missing }: Coverage): string {
  if (missing.length === 0) return `  coverage: all ${points} are reached by a scenario\n`;
  const reached = points - missing.length;
  const share = (Math.floor((1000 * reached) / points) / 10).toFixed(1);
  const head = `  coverage: ${reached} of ${points} are reached by a scenario (${share} %). Not reached:`;
  const lines = [...parts(missing)].flatMap(([name, rest]) =>
    wrap(rest.length === 0 ? name : `${name}: ${listed(rest)}`, WIDTH, 4, 6),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

/** `table: row 2` and `table: row 5` stand together; a definition that is not reached at all has no more to tell. */
function parts(missing: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const point of missing) {
    const [name = point, rest] = point.split(/: (.*)/s);
    const list = found.get(name) ?? [];
    if (rest !== undefined) list.push(rest);
    found.set(name, list);
  }
  return found;
}

/** Rows by number, those that follow each other as `3-5`; the other parts as they are. */
function listed(rest: readonly string[]): string {
  const rows = rest.flatMap((part) => /^row (\d+)$/.exec(part)?.[1] ?? []).map(Number);
  const others = rest.filter((part) => !/^row \d+$/.test(part));
  const spans = rows.filter((row) => !rows.includes(row - 1)).map((first) => span(first, rows));
  return [...(rows.length === 0 ? [] : [`row${rows.length > 1 ? 's' : ''} ${spans.join(', ')}`]), ...others].join(', ');
}

function span(first: number, rows: readonly number[]): string {
  let last = first;
  while (rows.includes(last + 1)) last++;
  return last === first ? String(first) : `${first}-${last}`;
}
