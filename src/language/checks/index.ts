import type { Diagnostic } from '../../model/diagnostic.js';
import type { Model } from '../../model/model.js';
import type { Table } from '../../model/numbers.js';
import type { Check, Linked } from '../linked.js';
import { applies } from './applies.js';
import { beyond } from './beyond.js';
import { bills } from './bills.js';
import { divisionByZero } from './division.js';
import { createDomains } from './domains/domain.js';
import { families } from './families.js';
import { createFinder } from './found.js';
import { incomes } from './incomes.js';
import { layers } from './layers.js';
import { levers } from './levers.js';
import { messages } from './messages.js';
import { months } from './months.js';
import { plainLanguage } from './plain-language.js';
import { provenance } from './provenance.js';
import { sameShape } from './same-shape.js';
import { scenarios } from './scenarios.js';
import { sitesOf } from './sites.js';
import { stale } from './stale.js';
import { tables } from './tables.js';
import { translations } from './translations.js';
import { unknownInFormula } from './unknown-in-formula.js';
import { unused } from './unused.js';
import { values } from './values.js';

/**
 * What can be told of a rule base of which something could not be linked: passes that look at one number, one text or one table
 * at a time. The others would miss what is not there.
 */
export function runEarlyChecks(linked: Linked): readonly Diagnostic[] {
  const domains = createDomains(linked.model);
  const find = createFinder(linked);
  const found = [
    ...provenance({ ...linked, numbers: numbersLinked(linked) }, domains, find),
    ...tables(linked, domains, find, isAskedAlone(linked.model)),
    ...messages(linked, domains, find, false),
    ...sameShape(linked, domains, find),
  ];
  return found.filter(({ severity }) => severity === 'error');
}

/** Numbers of definitions that are linked; none while a source is not found, since that may be theirs. */
function numbersLinked({ numbers, definitions, sourceUses, model }: Linked): Linked['numbers'] {
  const sources = new Set(model.sources.map(({ id }) => id));
  if (sourceUses.some(({ id }) => !sources.has(id))) return [];
  const paths = new Set(definitions.flatMap(({ path, at }) => (at === null ? [] : [path])));
  return numbers.filter(({ path }) => paths.has(path.split('/')[0] ?? path));
}

/** Tables whose keys are asked facts: what these may be is known, whatever else is broken. */
function isAskedAlone({ facts }: Model): (table: Table) => boolean {
  const asked = new Set(facts.map(({ id }) => id));
  return ({ by }) => by.every((ref) => ref.of === 'fact' && asked.has(ref.id));
}

/**
 * Everything that may be wrong with a rule base that reads and links: each pass tells all it finds. Errors refuse the pack;
 * warnings are told.
 */
export const runChecks: Check = (linked, options): readonly Diagnostic[] => {
  const domains = createDomains(linked.model);
  const find = createFinder(linked);
  const sites = sitesOf(linked, domains, find);
  return [
    ...provenance(linked, domains, find),
    ...sameShape(linked, domains, find),
    ...applies(linked, domains, find),
    ...unknownInFormula(linked, domains, find, sites),
    ...divisionByZero(linked, domains, find, sites),
    ...tables(linked, domains, find),
    ...beyond(linked, domains),
    ...months(linked, domains, find),
    ...layers(linked, domains, find),
    ...bills(linked, domains, find),
    ...incomes(linked, domains, find),
    ...levers(linked, domains, find),
    ...scenarios(linked),
    ...values(linked),
    ...families(linked),
    ...messages(linked, domains, find),
    ...plainLanguage(linked, domains, find),
    ...translations(linked, domains, find),
    ...stale(linked, options),
    ...unused(linked, domains, find),
  ];
};
