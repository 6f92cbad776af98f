import { bySize, sum } from './amounts.js';
import { causeKey } from './causes/walk.js';
import type { Cause, ChangeGroup, LineChange } from './shapes.js';

export interface Explained {
  readonly change: LineChange;
  readonly causes: readonly Cause[];
}

/** Kinds that are told together: many series, many tariffs, one reason for a reader. */
const TOGETHER: ReadonlySet<Cause['kind']> = new Set(['index', 'amount', 'item', 'rule', 'lines']);

/**
 * Lines that moved for the same reasons, put together. Facts, incomes, bills and persons count one by one; prices of the
 * month, tariffs and rules by their kind. Effects are sums of rounded lines, so the groups add up exactly.
 */
export function groupsOf(explained: readonly Explained[], places: number): readonly ChangeGroup[] {
  const groups = new Map<string, { causes: Map<string, Cause>; lines: LineChange[] }>();
  for (const { change, causes } of explained) {
    const key = [...new Set(causes.map(reasonKey))].sort().join(' + ');
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { causes: new Map(), lines: [] }));
    for (const cause of causes) if (!group.causes.has(causeKey(cause))) group.causes.set(causeKey(cause), cause);
    group.lines.push(change);
  }
  return bySize(
    [...groups.values()].map(({ causes, lines }) => ({
      causes: [...causes.values()],
      effect: sum(
        lines.map(({ effect }) => effect),
        places,
      ),
      lines: bySize(lines),
    })),
  );
}

function reasonKey(cause: Cause): string {
  return TOGETHER.has(cause.kind) ? cause.kind : causeKey(cause);
}
