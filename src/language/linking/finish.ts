import { SCOPE_WORDS } from '../reading/ids.js';
import type { Context } from '../context.js';
import type { Derived, Fact } from '../../model/facts.js';
import type { Model, Source } from '../../model/model.js';
import type { Adjustment, Bill, Figure, Income, Lever, Need, Notice, Policy, Total } from '../../model/needs.js';
import type { Parameter, Series, Table } from '../../model/numbers.js';
import type { Valid } from '../../model/value.js';
import { graphOf, orderOf } from './order.js';
import {
  refsOfAdjustment,
  refsOfCondition,
  refsOfExpression,
  refsOfNeed,
  refsOfRule,
  refsOfTable,
  type RefRead,
} from './reads.js';
import { refuseBillsRead } from './bill-reads.js';
import { ALWAYS, type Definition } from '../reading/definitions.js';
import { unknowableNames } from './unknowable.js';
import { narrowValid, type Dated } from './valid.js';

/** Something linked, and the definition it came from (null: built in). */
export interface Made<T> {
  readonly definition: Definition | null;
  readonly linked: T;
}

export interface LinkedLists {
  readonly facts: readonly Made<Fact>[];
  readonly derived: readonly Made<Derived>[];
  readonly parameters: readonly Made<Parameter>[];
  readonly series: readonly Made<Series>[];
  readonly tables: readonly Made<Table>[];
  readonly needs: readonly Made<Need>[];
  readonly bills: readonly Made<Bill>[];
  readonly incomes: readonly Made<Income>[];
  readonly adjustments: readonly Made<Adjustment>[];
  readonly totals: readonly Made<Total>[];
  readonly figures: readonly Made<Figure>[];
  readonly levers: readonly Made<Lever>[];
  readonly policies: readonly Made<Policy>[];
  readonly notices: readonly Made<Notice>[];
}

type Listed = Omit<Model, 'pack' | 'sources' | 'order'>;

/** Puts the lists in the order of the model, narrows months, finds what may be unknown, the order of steps, and circles. */
export function finishModel(lists: LinkedLists, context: Context, sources: readonly Source[]): Model {
  const sorted = { ...lists, facts: sortedFacts(lists.facts), needs: sortedNeeds(lists.needs, context) };
  narrow(sorted, context);
  const isUnknowable = unknowableNames(plain(sorted.facts), plain(sorted.derived));
  for (const { linked } of sorted.derived)
    assign(linked, { unknowable: isUnknowable({ of: 'derived', id: linked.id }) });
  const listed = Object.fromEntries(
    Object.entries(sorted).map(([key, list]) => [key, plain(list as readonly Made<unknown>[])]),
  ) as unknown as Listed;
  const pathOf = (section: string, at: number): string =>
    (sorted as unknown as Record<string, readonly Made<unknown>[]>)[section]?.[at]?.definition?.path ?? '';
  const { steps, circles } = orderOf(graphOf({ ...listed, pack: context.info, sources }, pathOf));
  const inOrder = circles.map((circle) => circle.map(({ path }) => path).filter((path) => path !== ''));
  tellCircles([...context.circles, ...inOrder], context);
  // what rests on something that could not be linked is not known to be known
  const allLinked = !context.report.findings.some(({ severity }) => severity === 'error');
  for (const { acceptsUnknown, ref, place } of context.reads) {
    if (acceptsUnknown === true && allLinked && !isUnknowable(ref)) {
      const name = 'id' in ref ? ref.id : ref.of;
      context.report.error(
        'never-unknown',
        place,
        `${name} is never unknown`,
        'Take unknown away: it has a value for everybody, or is asked.',
      );
    }
  }
  refuseBillsRead(listed.bills, context);
  // key order is the order in which a reader looks for things
  return {
    pack: context.info,
    sources,
    facts: listed.facts,
    derived: listed.derived,
    parameters: listed.parameters,
    series: listed.series,
    tables: listed.tables,
    needs: listed.needs,
    adjustments: listed.adjustments,
    bills: listed.bills,
    incomes: listed.incomes,
    totals: listed.totals,
    figures: listed.figures,
    levers: listed.levers,
    policies: listed.policies,
    notices: listed.notices,
    order: steps,
  };
}

function plain<T>(list: readonly Made<T>[]): T[] {
  return list.map(({ linked }) => linked);
}

/** The model is frozen when it is done; until then what is found late is written into it. */
function assign<T extends object>(target: T, more: Partial<T>): void {
  Object.assign(target, more);
}

function sortedFacts(facts: readonly Made<Fact>[]): Made<Fact>[] {
  return [...facts].sort((a, b) => {
    const byScope = SCOPE_WORDS.indexOf(a.linked.scope) - SCOPE_WORDS.indexOf(b.linked.scope);
    return byScope !== 0 ? byScope : a.linked.id < b.linked.id ? -1 : a.linked.id > b.linked.id ? 1 : 0;
  });
}

function sortedNeeds(needs: readonly Made<Need>[], context: Context): Made<Need>[] {
  const { baskets } = context.info;
  return [...needs].sort((a, b) => baskets.indexOf(a.linked.basket) - baskets.indexOf(b.linked.basket));
}

function narrow(lists: LinkedLists, context: Context): void {
  const entries: { dated: Dated; linked: { valid: Valid } }[] = [];
  const add = <T extends { id: string; valid: Valid }>(
    of: string,
    list: readonly Made<T>[],
    reads: (one: T) => RefRead[],
  ): void => {
    for (const { definition, linked } of list) {
      const place = definition?.place ?? { file: '', line: 1, column: 1 };
      entries.push({ linked, dated: { id: linked.id, of, place, reads: reads(linked), valid: linked.valid } });
    }
  };
  add('fact', lists.facts, (one) => [...refsOfCondition(one.applies), ...refsOfExpression(one.assume)]);
  add('derived', lists.derived, (one) => refsOfRule(one.rule));
  add('parameter', lists.parameters, () => []);
  add('series', lists.series, () => []);
  add('table', lists.tables, (one) => refsOfTable(one));
  add('need', lists.needs, refsOfNeed);
  add('bill', lists.bills, (one) => refsOfExpression(one.assume));
  add('income', lists.incomes, (one) => refsOfExpression(one.counts));
  add('adjustment', lists.adjustments, refsOfAdjustment);
  add('total', lists.totals, () => []);
  add('figure', lists.figures, (one) => refsOfExpression(one.value));
  add('notice', lists.notices, (one) => refsOfCondition(one.when));
  add('lever', lists.levers, (one) => [
    ...[one.has, one.when, one.who].flatMap(refsOfCondition),
    ...one.assume.flatMap(({ target, value }) => [{ ref: target, asOf: null }, ...refsOfExpression(value)]),
    ...refsOfExpression(one.once),
  ]);
  add('policy', lists.policies, (one) => [
    ...one.settings.flatMap(({ fact, value }) => [
      { ref: { of: 'fact' as const, id: fact }, asOf: null },
      ...refsOfExpression(value),
    ]),
    ...one.adjustments.flatMap(refsOfAdjustment),
    ...[one.aid?.pays ?? null, one.aid?.minimum ?? null, one.aid?.once ?? null].flatMap((of) => refsOfExpression(of)),
  ]);
  narrowValid(
    entries.map(({ dated }) => dated),
    context.report,
  );
  for (const { dated, linked } of entries) if (dated.valid !== linked.valid) linked.valid = dated.valid;
  for (const { linked: need } of lists.needs) {
    for (const item of need.items ?? []) assign(item, { valid: within(item.valid, need.valid) });
  }
}

function within(a: Valid, b: Valid): Valid {
  if (b.from === ALWAYS.from && b.to === ALWAYS.to) return a;
  const from = a.from === null ? b.from : b.from === null ? a.from : Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return { from, to };
}

/** Tells each circle once, wherever it was entered. */
function tellCircles(circles: readonly (readonly string[])[], context: Context): void {
  const told = new Set<string>();
  for (const names of circles) {
    const key = [...names].sort().join(' ');
    if (told.has(key)) continue;
    told.add(key);
    const first = names[0] ?? '';
    const places = names.map((path, at) => ({
      ...(context.places[path] ?? { file: '', line: 1, column: 1 }),
      caption: `${path} reads ${names[at + 1] ?? first}`,
    }));
    context.report.error(
      'circle',
      places,
      `a circle: ${[...names, first].join(' → ')}`,
      'Each name is computed once, after what it reads: take one of these readings away.',
    );
  }
}
