import type { Place } from '../../model/pack.js';
import { didYouMean } from '../../model/near.js';
import type { Scope } from '../../model/value.js';
import type { Reader } from '../context.js';
import type { Found, Resolved } from './resolved.js';
import type { Unit } from './unit.js';

/** The pack's currency a month: what lines, bills, incomes and sums are. */
function moneyAMonth(reader: Reader): Unit {
  return { top: [reader.context.info.currency], bottom: ['month'] };
}

/** A name that tells by its form that it is an amount: `need`, `bill.rent`, `total.housing`, `person.income.wage`. */
export function amountName(name: string, reader: Reader, place: Place): Found {
  return sumName(name, reader, place) ?? prefixed(name, reader, place);
}

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
