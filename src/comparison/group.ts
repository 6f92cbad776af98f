import { bySize, sum } from './amounts.js';
import { causeKey } from './causes/side-by-side.js';
import type { Cause, ChangeGroup, LineChange } from './shapes.js';

export interface Explained {
  readonly change: LineChange;
  readonly causes: readonly Cause[];
}

/** Who lives on either side. */
export interface People {
  /** Members of the left, then of the right. */
  readonly order: readonly string[];
  /** Two or more are members of one side only. */
  readonly several: boolean;
}

type Kinds = ReadonlySet<Cause['kind']>;

/** Kinds that are told together: many series, many tariffs, one reason for a reader. */
const TOGETHER: Kinds = new Set(['index', 'amount', 'item', 'rule', 'lines']);
/** Where several persons are on one side only, who lives there is one reason too: what depends on two of them is no third reason. */
const WITH_PERSONS: Kinds = new Set([...TOGETHER, 'person']);

/**
 * Lines that moved for the same reasons, put together. Facts, incomes and bills count one by one; prices of the month, tariffs,
 * rules and several persons by their kind. Effects are sums of rounded lines, so the groups add up exactly.
 */
export function groupsOf(explained: readonly Explained[], places: number, people: People): readonly ChangeGroup[] {
  const together = people.several ? WITH_PERSONS : TOGETHER;
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
