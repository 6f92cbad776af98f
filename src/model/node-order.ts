import { isValid, type Model } from './model.js';
import type { TraceNode } from './trace.js';
import type { MonthIndex } from './value.js';

/** Places in the order of a trace, compared from left to right. */
type Rank = readonly (number | string)[];

const ORDER = [
  'fact',
  'derived',
  'parameter',
  'table',
  'series',
  'adjustment',
  'need',
  'notice',
  'policy',
  'line',
  'bill',
  'income',
  'incomes',
  'total',
  'figure',
  'lever',
  'aid',
] as const;
type Kind = (typeof ORDER)[number];

const SUMS = ['income', 'need', 'balance'];

/**
 * The nodes of a trace in the order of the document (decisions 33 and 36): kinds first, then the order of the model,
 * then persons by place; a bill stands before the first line it stands in for. `persons` are ids, members first.
 */
export function orderNodes(
  model: Model,
  month: MonthIndex,
  persons: readonly string[],
  nodes: ReadonlyMap<string, TraceNode>,
): TraceNode[] {
  return orderNodeIds(model, month, persons, nodes.keys()).map((id) => nodes.get(id)!);
}

/** The same order over ids alone. */
export function orderNodeIds(
  model: Model,
  month: MonthIndex,
  persons: readonly string[],
  ids: Iterable<string>,
): string[] {
  const all = new Set(ids);
  const rankOf = ranker(model, month, persons, all);
  return [...all]
    .map((id) => ({ id, rank: rankOf(id) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ id }) => id);
}

function ranker(
  model: Model,
  month: MonthIndex,
  persons: readonly string[],
  nodes: ReadonlySet<string>,
): (id: string) => Rank {
  const places = {
    fact: placesOf(model.facts),
    derived: placesOf(model.derived),
    parameter: placesOf(model.parameters),
    table: placesOf(model.tables),
    series: placesOf(model.series),
    adjustment: placesOf(model.adjustments),
    need: placesOf(model.needs),
    notice: placesOf(model.notices),
    policy: placesOf(model.policies),
    bill: placesOf(model.bills),
    income: placesOf(model.incomes),
    total: placesOf(model.totals),
    figure: placesOf(model.figures),
    lever: placesOf(model.levers),
  };
  const personPlaces = new Map(persons.map((id, place) => [id, place]));
  const placeOf = (of: keyof typeof places, id: string): number => places[of].get(id) ?? -1;
  /** What exists once comes before the persons, except among incomes. */
  const personPlace = (id: string | null): number => (id === null ? -1 : (personPlaces.get(id) ?? persons.length));
  const needs = model.needs.filter((need) => isValid(need, month));
  const bills = model.bills.filter((bill) => isValid(bill, month));
  const rank = (kind: Kind, ...rest: Rank): Rank => [ORDER.indexOf(kind), ...rest];

  const rankOfBill = (id: string, person: string | null): Rank => {
    const replaces = bills.find((bill) => bill.id === id)?.replaces ?? [];
    for (const need of needs) {
      if (!replaces.includes(need.id)) continue;
      const owners = need.for === 'household' ? [null] : person === null ? persons : [person];
      const owner = owners.find((one) => nodes.has(`line/${need.id}${one === null ? '' : `@${one}`}`));
      if (owner !== undefined)
        return rank('line', placeOf('need', need.id), personPlace(owner), 0, placeOf('bill', id));
    }
    return rank('bill', placeOf('bill', id), personPlace(person));
  };

  const rankOfWhen = (id: string, person: string | null): Rank => {
    const slash = id.indexOf('/');
    if (slash < 0) {
      const kind = (['adjustment', 'need', 'notice'] as const).find((one) => places[one].has(id)) ?? 'need';
      return rank(kind, placeOf(kind, id), -1, personPlace(person));
    }
    const [owner, inner] = [id.slice(0, slash), id.slice(slash + 1)];
    const policy = model.policies.find((one) => one.id === owner && isValid(one, month));
    if (policy !== undefined)
      return rank('policy', placeOf('policy', owner), placeIn(policy.adjustments, inner), personPlace(person));
    const items = needs.find((need) => need.id === owner)?.items ?? [];
    return rank('need', placeOf('need', owner), placeIn(items, inner), personPlace(person));
  };

  const rankOfTable = (name: string, person: string | null, asOf: string): Rank => {
    const [bare = '', key = ''] = name.split('(');
    const whole = places.table.has(bare);
    const id = whole ? bare : bare.slice(0, bare.lastIndexOf('.'));
    const column = whole ? '' : bare.slice(bare.lastIndexOf('.') + 1);
    const gives = model.tables[placeOf('table', id)]?.gives ?? [];
    return rank('table', placeOf('table', id), gives.indexOf(column), key, personPlace(person), asOf);
  };

  return (nodeId) => {
    const { kind, name, person, asOf } = parse(nodeId);
    switch (kind) {
      case 'line':
      case 'aid-line':
        return rank('line', placeOf('need', name), personPlace(person), kind === 'line' ? 1 : 2);
      case 'bill':
        return rankOfBill(name, person);
      case 'when':
        return rankOfWhen(name, person);
      case 'table':
        return rankOfTable(name, person, asOf);
      case 'parameter':
      case 'series':
        return rank(kind, placeOf(kind, name), asOf);
      case 'income':
        return rank('income', person === null ? persons.length : personPlace(person), placeOf('income', name));
      case 'incomes':
        return rank('incomes', person === null ? 1 : 0, name, personPlace(person));
      case 'total':
        return rank('total', SUMS.includes(name) ? SUMS.indexOf(name) : SUMS.length + placeOf('total', name));
      case 'aid':
        return rank('aid', placeOf('policy', name));
      case 'fact':
      case 'derived':
      case 'figure':
      case 'lever':
        return rank(kind, placeOf(kind, name), personPlace(person));
      default:
        throw new Error(`"${nodeId}" is no id of a trace node`);
    }
  };
}

function parse(id: string): { kind: string; name: string; person: string | null; asOf: string } {
  const slash = id.indexOf('/');
  const kind = id.slice(0, slash);
  const rest = id.slice(slash + 1);
  const month = ['parameter', 'series', 'table'].includes(kind) ? /\/(\d{4}-\d{2})$/.exec(rest) : null;
  const named = month === null ? rest : rest.slice(0, month.index);
  const at = named.indexOf('@');
  return {
    kind,
    name: at < 0 ? named : named.slice(0, at),
    person: at < 0 ? null : named.slice(at + 1),
    asOf: month?.[1] ?? '',
  };
}

type Definitions = readonly { readonly id: string }[];

const known = new WeakMap<Definitions, Map<string, number>>();

/** id → its first place: definitions of one id in several months share it. Found once for a model. */
function placesOf(list: Definitions): Map<string, number> {
  let places = known.get(list);
  if (places === undefined) known.set(list, (places = placesFound(list)));
  return places;
}

function placesFound(list: Definitions): Map<string, number> {
  const places = new Map<string, number>();
  list.forEach(({ id }, place) => {
    if (!places.has(id)) places.set(id, place);
  });
  return places;
}

function placeIn(list: readonly { readonly id: string }[], id: string): number {
  return list.findIndex((one) => one.id === id);
}

function compareRanks(a: Rank, b: Rank): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x = -1, y = -1] = [a[i], b[i]];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
