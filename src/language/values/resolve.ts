import type { Ref } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import type { Scope } from '../../model/value.js';
import type { Reader, Signature } from '../context.js';
import { didYouMean } from '../../model/near.js';
import type { Unit } from './unit.js';
import { hintFor, namesFor } from './names-offered.js';

/** A name found: what it is and what is known of it. */
export interface Resolved extends Signature {
  readonly ref: Ref;
}

/** The pack's currency a month: what lines, bills, incomes and sums are. */
export function moneyAMonth(reader: Reader): Unit {
  return { top: [reader.context.info.currency], bottom: ['month'] };
}

/**
 * Finds what a name means for a reader, notes that it is read, and tells names that do not exist, that may not be read here,
 * or that belong to persons while the reader does not. Null after a finding.
 */
export function resolveName(name: string, reader: Reader, place: Place): Resolved | null {
  const found = sumName(name, reader, place) ?? prefixed(name, reader, place) ?? byId(name, reader, place);
  if (found === 'told') return null;
  if (found === null) {
    reader.context.report.error(
      'unknown-name',
      place,
      `${name} is no name`,
      didYouMean(name, namesFor(reader), hintFor(name)),
    );
    return null;
  }
  return allowScope(found, name, reader, place) ? read(found, reader, place) : null;
}

type Found = Resolved | 'told' | null;

function sumName(name: string, reader: Reader, place: Place): Found {
  const refuse = (where: string): 'told' => {
    reader.context.report.error('name-not-here', place, `${name} cannot be read here`, where);
    return 'told';
  };
  const sum = (id: 'need' | 'income' | 'balance' | 'gap' | 'amount' | 'parts', scope: Scope | null): Resolved => ({
    ref: { of: 'sum', id },
    type: 'amount',
    unit: moneyAMonth(reader),
    values: [],
    scope,
  });
  switch (name) {
    case 'need':
    case 'income':
    case 'balance':
      return reader.extra.includes('sum')
        ? sum(name, 'household')
        : refuse('Figures, notices, levers and policies read it.');
    case 'gap':
      return reader.extra.includes('gap') ? sum(name, 'household') : refuse('It is read by `aid` of a policy alone.');
    case 'amount':
      return reader.extra.includes('amount') ? sum(name, null) : refuse('It is read by `counts` of an income alone.');
    case 'parts':
      return reader.extra.includes('parts')
        ? sum(name, null)
        : refuse('It is read by `amount` of a need that has `parts`.');
    default:
      return null;
  }
}

function prefixed(name: string, reader: Reader, place: Place): Found {
  const { context } = reader;
  const money = { type: 'amount' as const, unit: moneyAMonth(reader), values: [] };
  const income = /^(person|household)\.(income|incomes)\.(.+)$/.exec(name);
  if (income !== null) {
    const [, scope = '', form = '', id = ''] = income;
    return incomeName(name, scope as 'person' | 'household', form, id, reader, place);
  }
  const [first = '', ...rest] = name.split('.');
  const id = rest.join('.');
  const section = first === 'bill' ? 'bills' : first === 'total' ? 'totals' : null;
  if (section === null || id === '') return null;
  const definition = (context.byId.get(id) ?? []).find((d) => d.section === section);
  if (definition === undefined) {
    const known = context.definitions.filter((d) => d.section === section).map((d) => `${first}.${d.id}`);
    context.report.error(
      'unknown-name',
      place,
      `${name} is no name`,
      didYouMean(name, known, `Define ${id} under ${section}.`),
    );
    return 'told';
  }
  if (section === 'totals') return { ...money, ref: { of: 'total', id }, scope: 'household' };
  return { ...money, ref: { of: 'bill', id }, scope: context.signature(id)?.scope ?? 'household' };
}

function incomeName(
  name: string,
  scope: 'person' | 'household',
  form: string,
  id: string,
  reader: Reader,
  place: Place,
): Found {
  const { context } = reader;
  const money = { type: 'amount' as const, unit: moneyAMonth(reader), values: [], scope };
  if (form === 'incomes') {
    const tags = scope === 'person' ? context.incomeTags.person : context.incomeTags.all;
    if (tags.has(id)) return { ...money, ref: { of: 'incomes', scope, tag: id } };
    const known = [...tags].map((tag) => `${scope}.incomes.${tag}`);
    context.report.error(
      'unknown-name',
      place,
      `no income has the tag ${id}`,
      didYouMean(name, known, 'Give an income this tag.'),
    );
    return 'told';
  }
  const definition = (context.byId.get(id) ?? []).find((d) => d.section === 'incomes');
  const whose = definition === undefined ? null : (context.signature(id)?.scope ?? null);
  if (whose === scope) return { ...money, ref: { of: 'income', scope, kind: id } };
  const known = context.definitions
    .filter((d) => d.section === 'incomes')
    .map((d) => `${context.signature(d.id)?.scope ?? 'person'}.income.${d.id}`);
  context.report.error(
    'unknown-name',
    place,
    whose === null ? `${id} is no income` : `${id} is an income of a ${whose}`,
    whose === null ? didYouMean(name, known, 'Define it under incomes.') : `Write ${whose}.income.${id}.`,
  );
  return 'told';
}

function byId(name: string, reader: Reader, place: Place): Found {
  const { context } = reader;
  const definition = context.byId.get(name)?.[0];
  if (definition === undefined) {
    const signature = context.signature(name);
    if (signature !== null) return { ...signature, ref: { of: 'fact', id: name } };
    return tableName(name, reader);
  }
  const signature = context.signature(name);
  if (signature === null) return 'told';
  switch (definition.section) {
    case 'facts':
      return { ...signature, ref: { of: 'fact', id: name } };
    case 'derive':
      return { ...signature, ref: { of: 'derived', id: name } };
    case 'parameters':
      return { ...signature, ref: { of: 'parameter', id: name } };
    case 'series':
      return { ...signature, ref: { of: 'series', id: name } };
    case 'tables':
      return tableWithoutColumn(name, reader, place);
    case 'needs':
      if (reader.extra.includes('line')) return { ...signature, ref: { of: 'line', id: name } };
      context.report.error(
        'name-not-here',
        place,
        `the need ${name} cannot be read here`,
        'Needs are read by adjustments and figures.',
      );
      return 'told';
    default:
      context.report.error(
        'name-not-here',
        place,
        `${name} stands under ${definition.section} and is no value`,
        definition.section === 'bills'
          ? `Write bill.${name}.`
          : definition.section === 'totals'
            ? `Write total.${name}.`
            : 'Read another name.',
      );
      return 'told';
  }
}

function tableWithoutColumn(name: string, reader: Reader, place: Place): Found {
  const table = reader.context.table(name);
  if (table === null) return 'told';
  if (table.gives[0] === '') return { ...table, ref: { of: 'table', id: name } };
  reader.context.report.error(
    'name-not-here',
    place,
    `${name} gives several results`,
    `Write ${table.gives.map((g) => `${name}.${g}`).join(' or ')}.`,
  );
  return 'told';
}

/** `survey.food`: a table and one of its `gives`. */
function tableName(name: string, reader: Reader): Found {
  const dot = name.lastIndexOf('.');
  const id = name.slice(0, dot);
  if (dot < 0 || reader.context.byId.get(id)?.[0]?.section !== 'tables') return null;
  const table = reader.context.table(id);
  const column = name.slice(dot + 1);
  if (table === null) return 'told';
  return table.gives.includes(column) ? { ...table, ref: { of: 'table', id, column } } : null;
}

function allowScope(found: Resolved, name: string, reader: Reader, place: Place): boolean {
  if (found.scope !== 'person' || reader.scope !== 'household') return true;
  reader.context.report.error(
    'person-name',
    place,
    `${name} belongs to each person, and this is of the household`,
    'Add it up first in a derived fact: household.x: { sum: person, of: … }, or write it for: person.',
  );
  return false;
}

/** Notes that a name is read. */
export function read(found: Resolved, reader: Reader, place: Place, acceptsUnknown = false): Resolved {
  if (found.scope === 'person') reader.found.person = true;
  reader.context.reads.push({
    reader: reader.path,
    ref: found.ref,
    place,
    as: reader.as,
    ...(acceptsUnknown ? { acceptsUnknown: true as const } : {}),
    ...(reader.asOf === null ? {} : { asOf: reader.asOf }),
  });
  return found;
}
