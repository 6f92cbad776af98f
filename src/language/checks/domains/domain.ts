import { Exact } from '../../../decimal/exact.js';
import type { Ref } from '../../../model/expression.js';
import type { Fact } from '../../../model/facts.js';
import type { Model } from '../../../model/model.js';
import { unknowableNames } from '../../linking/unknowable.js';
import { derivedDomain } from './derived-domain.js';
import { AGES, isWhole, joined, LAST_MONTH_OF_AGE, numeric, words, YES_NO, type Domain } from './domain-kinds.js';
import { tableDomain } from './table-domain.js';
import { EVERYTHING, NOT_NEGATIVE, overlap, point, union, type Interval } from './interval.js';
import type { Domains } from './domains.js';
import { definitionsOf, type Definitions } from '../definitions.js';
import { keyOf, namesIn } from '../names.js';

export type { Domain } from './domain-kinds.js';

const SHARES: Interval = { from: new Exact(0), to: new Exact(1), zero: true };

export function createDomains(model: Model, definitions: Definitions = definitionsOf(model)): Domains {
  const known = new Map<string, Domain>();
  const unknowable = unknowableNames([...definitions.facts.values()].flat(), [...definitions.derived.values()].flat());
  const domains: Domains = {
    model,
    definitions,
    unknowable,
    of(ref) {
      const key = keyOf(ref);
      const found = known.get(key);
      if (found !== undefined) return found;
      const domain = compute(ref, domains);
      known.set(key, domain);
      return domain;
    },
    under(ref, constraints) {
      const domain = domains.of(ref);
      const constraint = constraints.get(keyOf(ref));
      if (constraint === undefined) return domain;
      return {
        ...domain,
        words: domain.words?.filter((word) => constraint.words === null || constraint.words.has(word)) ?? null,
        numbers: overlap(domain.numbers, constraint.numbers),
        unknown: domain.unknown && !constraint.known,
        open: domain.open && !constraint.known,
        none: domain.none && !constraint.some,
      };
    },
  };
  return domains;
}

function compute(ref: Ref, domains: Domains): Domain {
  const { definitions } = domains;
  switch (ref.of) {
    case 'fact':
      return ref.id === 'month'
        ? monthDomain(domains)
        : joined((definitions.facts.get(ref.id) ?? []).map((fact) => factDomain(fact, domains)));
    case 'derived':
      return joined((definitions.derived.get(ref.id) ?? []).map((derived) => derivedDomain(derived, domains)));
    case 'parameter': {
      const all = (definitions.parameters.get(ref.id) ?? []).flatMap(({ values }) =>
        values.map(({ value }) => point(value.value)),
      );
      return numeric(union(all), 'number');
    }
    case 'series': {
      const all = (definitions.series.get(ref.id) ?? []).flatMap(({ months }) =>
        months.filter((value) => value !== null).map(point),
      );
      return numeric(union(all), 'number');
    }
    case 'table':
      return joined((definitions.tables.get(ref.id) ?? []).map((table) => tableDomain(table, ref.column, domains)));
    case 'income':
    case 'incomes':
      return { ...numeric(NOT_NEGATIVE, 'amount'), open: true };
    case 'bill':
    case 'line':
      return numeric(NOT_NEGATIVE, 'amount');
    case 'total':
      return { ...numeric(sumOfLines(domains), 'amount'), open: true };
    case 'sum':
      return sumDomain(ref.id, domains);
  }
}

/** Any month of `covers`, and any other for figures that are asked as of then. */
function monthDomain({ model }: Domains): Domain {
  const [from, to] = model.pack.covers;
  return { ...numeric({ from: new Exact(from), to: new Exact(to), zero: false }, 'month'), whole: true };
}

function factDomain(fact: Fact, domains: Domains): Domain {
  const unknown = domains.unknowable({ of: 'fact', id: fact.id });
  const open = namesIn(fact.assume).some((name) => domains.of(name).open);
  const flags = { unknown, none: fact.applies !== null, open };
  if (fact.type === 'yes-no') return { ...words(YES_NO, 'yes-no'), ...flags };
  if (fact.type === 'one-of') return { ...words(fact.values, 'one-of'), ...flags };
  return { ...numeric(factNumbers(fact, domains), fact.type), whole: isWhole(fact.type), ...flags };
}

function factNumbers(fact: Fact, { model }: Domains): Interval {
  if (fact.id === 'person.born') {
    const [from, to] = model.pack.covers;
    return { from: new Exact(from - LAST_MONTH_OF_AGE), to: new Exact(to), zero: false };
  }
  const natural = fact.type === 'age' ? AGES : fact.type === 'share' ? SHARES : EVERYTHING;
  if (fact.range === null) return natural;
  const { from, below } = fact.range;
  const last = below === null ? null : isWhole(fact.type) ? new Exact(below).minus(1) : new Exact(below);
  return overlap(natural, { from: from === null ? null : new Exact(from), to: last, zero: true });
}

function sumDomain(id: Extract<Ref, { of: 'sum' }>['id'], domains: Domains): Domain {
  const numbers = id === 'need' ? sumOfLines(domains) : id === 'gap' || id === 'amount' ? NOT_NEGATIVE : EVERYTHING;
  return { ...numeric(numbers, 'amount'), open: id !== 'amount' };
}

/** Only credits can bring a sum of lines below 0. */
function sumOfLines({ model }: Domains): Interval {
  return model.needs.some((need) => need.credit) ? EVERYTHING : NOT_NEGATIVE;
}
