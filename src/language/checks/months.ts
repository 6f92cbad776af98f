import { monthText } from '../../calendar/month.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Place } from '../../model/pack.js';
import { nameOf } from '../../model/node-id.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import type { DefinitionInfo, Linked, Section } from '../linked.js';
import type { Domains } from './domains/domains.js';
import { error, type Finder } from './found.js';

interface Dated {
  readonly info: DefinitionInfo;
  readonly valid: Valid;
  /** First month with a value; null = always. */
  readonly first: MonthIndex | null;
  readonly what: string;
}

/** Parameters, series and tables must have a value in each month of `covers` in which something reads them. */
export function months(linked: Linked, _domains: Domains, find: Finder): readonly Diagnostic[] {
  const dated = datedById(linked, find);
  const validOf = validities(linked);
  const [start, end] = linked.model.pack.covers;
  const told = new Map<string, Diagnostic>();
  const demand = (id: string, name: string, reader: string, place: Place): void => {
    const of = validOf(reader);
    for (const { info, valid, first, what } of dated.get(id) ?? []) {
      if (first === null) continue;
      const from = Math.max(start, of.from ?? start, valid.from ?? start);
      const to = Math.min(end, of.to ?? end, valid.to ?? end, first - 1);
      if (from > to || told.has(info.path)) continue;
      told.set(
        info.path,
        error(
          'month-without-value',
          [
            { ...info.place, caption: `the first ${what} is of ${monthText(first)}` },
            { ...place, caption: `"${reader}" reads it` },
          ],
          `"${name}" has no value ${from === to ? `in ${monthText(from)}` : `from ${monthText(from)} to ${monthText(to)}`}, and "${reader}" reads it then`,
          `Add ${what === 'edition' ? 'an' : 'a'} ${what} for ${monthText(from)} or earlier, or say with \`valid: ${monthText(first)}..\` that it does not exist before.`,
        ),
      );
    }
  };
  for (const { ref, reader, place, asOf } of linked.reads) {
    if (asOf !== undefined || (ref.of !== 'parameter' && ref.of !== 'table' && ref.of !== 'series')) continue;
    demand(ref.id, nameOf(ref), reader, place);
  }
  return [...told.values(), ...pricedBeforeSeries(linked, find)];
}

function datedById(linked: Linked, find: Finder): ReadonlyMap<string, readonly Dated[]> {
  const { model } = linked;
  const all: readonly (Dated & { readonly id: string })[] = [
    ...model.parameters.map(({ id, valid, values }, at) => {
      return { id, info: find.info('parameters', at), valid, first: values[0]?.from ?? null, what: 'value' };
    }),
    ...model.series.map(({ id, valid, first }, at) => ({
      id,
      info: find.info('series', at),
      valid,
      first,
      what: 'month',
    })),
    ...model.tables.map(({ id, valid, editions }, at) => {
      return { id, info: find.info('tables', at), valid, first: editions[0]?.from ?? null, what: 'edition' };
    }),
  ];
  const groups = new Map<string, Dated[]>();
  for (const entry of all) groups.set(entry.id, [...(groups.get(entry.id) ?? []), entry]);
  return groups;
}

/** The months in which a definition is read at all, by its path. */
function validities({ model, definitions }: Linked): (path: string) => Valid {
  const lists: Partial<Record<Section, readonly { readonly valid: Valid }[]>> = {
    facts: model.facts,
    derive: model.derived,
    parameters: model.parameters,
    series: model.series,
    tables: model.tables,
    needs: model.needs,
    bills: model.bills,
    incomes: model.incomes,
    adjustments: model.adjustments,
    totals: model.totals,
    figures: model.figures,
    levers: model.levers,
    policies: model.policies,
    notices: model.notices,
  };
  const known = new Map<string, Valid>();
  for (const { path, section, at, valid } of definitions)
    known.set(path, (at === null ? undefined : lists[section]?.[at]?.valid) ?? valid);
  return (path) => known.get(path) ?? { from: null, to: null };
}

/** An index starts from the month of a price: the series must have it. */
function pricedBeforeSeries({ model }: Linked, find: Finder): readonly Diagnostic[] {
  return model.needs.flatMap((need, at) => {
    if (need.index === null) return [];
    const first = Math.min(...model.series.filter(({ id }) => id === need.index).map((series) => series.first));
    const { path } = find.info('needs', at);
    const priced = [
      { path: `${path}/priced`, month: need.priced },
      ...(need.items ?? []).map((item) => ({ path: `${path}/items/${item.id}`, month: item.priced })),
    ];
    return priced.flatMap(({ path: where, month }) => {
      if (month === null || month >= first) return [];
      return [
        error(
          'series-starts-later',
          find.at(where),
          `the price is of ${monthText(month)}, and series "${need.index ?? ''}" starts only in ${monthText(first)}`,
          'Add earlier months to the series, or write `index: none` where the price does not move with it.',
        ),
      ];
    });
  });
}
