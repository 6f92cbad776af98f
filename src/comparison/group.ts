import { bySize, sum } from './amounts.js';
import { causeKey } from './causes/walk.js';
import type { Cause, ChangeGroup, LineChange } from './shapes.js';

export interface Explained {
  readonly change: LineChange;
  readonly causes: readonly Cause[];
}

/** Who lives on either side. */
export interface People {
  /** Members of the left, then of the right. */
  readonly order: readonly string[];
  /** Nobody is a member of both. */
  readonly strangers: boolean;
}

type Kinds = ReadonlySet<Cause['kind']>;

/** Kinds that are told together: many series, many tariffs, one reason for a reader. */
const TOGETHER: Kinds = new Set(['index', 'amount', 'item', 'rule', 'lines']);
/** Between two households with nobody in common, who lives there is one reason too: nobody came and nobody left. */
const STRANGERS: Kinds = new Set([...TOGETHER, 'person']);

/**
 * Lines that moved for the same reasons, put together. Facts, incomes, bills and persons count one by one; prices of the
 * month, tariffs and rules by their kind. Effects are sums of rounded lines, so the groups add up exactly.
 */
export function groupsOf(explained: readonly Explained[], places: number, people: People): readonly ChangeGroup[] {
  const together = people.strangers ? STRANGERS : TOGETHER;
  const groups = new Map<string, { causes: Map<string, Cause>; lines: LineChange[] }>();
  for (const { change, causes } of explained) {
    const key = [...new Set(causes.map((cause) => reasonKey(cause, together)))].sort().join(' + ');
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { causes: new Map(), lines: [] }));
    for (const cause of causes) if (!group.causes.has(causeKey(cause))) group.causes.set(causeKey(cause), cause);
    group.lines.push(change);
  }
  return bySize(
    [...groups.values()].map(({ causes, lines }) => ({
      causes: peopleFirst([...causes.values()], people.order),
      effect: sum(
        lines.map(({ effect }) => effect),
        places,
      ),
      lines: bySize(lines),
    })),
  );
}

function reasonKey(cause: Cause, together: Kinds): string {
  return together.has(cause.kind) ? cause.kind : causeKey(cause);
}

/** Persons in the order of their households, not in that of the lines that they moved. */
function peopleFirst(causes: readonly Cause[], order: readonly string[]): readonly Cause[] {
  const rank = ({ name }: Cause): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const persons = causes.filter(({ kind }) => kind === 'person').sort((one, other) => rank(one) - rank(other));
  return [...persons, ...causes.filter(({ kind }) => kind !== 'person')];
}
