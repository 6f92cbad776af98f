import type { Diagnostic } from '../../model/diagnostic.js';
import type { Check } from '../linked.js';
import { bills } from './bills.js';
import { divisionByZero } from './division.js';
import { createDomains } from './domain.js';
import { createFinder } from './found.js';
import { incomes } from './incomes.js';
import { layers } from './layers.js';
import { levers } from './levers.js';
import { messages } from './messages.js';
import { months } from './months.js';
import { provenance } from './provenance.js';
import { scenarios } from './scenarios.js';
import { sitesOf } from './sites.js';
import { stale } from './stale.js';
import { tables } from './tables.js';
import { translations } from './translations.js';
import { unknownInFormula } from './unknown-in-formula.js';
import { unused } from './unused.js';

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
    ...unknownInFormula(linked, domains, find, sites),
    ...divisionByZero(linked, domains, find, sites),
    ...tables(linked, domains, find),
    ...months(linked, domains, find),
    ...layers(linked, domains, find),
    ...bills(linked, domains, find),
    ...incomes(linked, domains, find),
    ...levers(linked, domains, find),
    ...scenarios(linked),
    ...messages(linked, domains, find),
    ...translations(linked, domains, find),
    ...stale(linked, options),
    ...unused(linked, domains, find),
  ];
};
