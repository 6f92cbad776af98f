import { refuse, type Findings } from '../../household/findings.js';
import type { Names } from '../../household/names.js';
import { shorten } from '../../household/scalars.js';
import { definitionsBehind } from '../../model/behind.js';
import type { Model } from '../../model/model.js';
import { didYouMean } from '../../model/near.js';

/** Refuses a name that is no fact: it is worked out, with what it rests on; or there is none, with the nearest. */
export function noSuchFact(
  name: string,
  { model, names, findings }: { readonly model: Model; readonly names: Names; readonly findings: Findings },
): null {
  if (names.derived.has(name)) {
    const behind = [...definitionsBehind(model, name)].filter((id) => names.facts.has(id) && id !== 'month').sort();
    const own = behind.filter((id) => names.facts.get(id)?.builtIn === false);
    const asked = own.length > 0 ? own : behind;
    const hint =
      asked.length === 0
        ? 'Change what it rests on.'
        : `It rests on ${asked.slice(0, 6).join(', ')}${asked.length > 6 ? ' …' : ''}.`;
    return refuse(findings, 'not-asked-for', [name], 'this is worked out, not asked', hint);
  }
  if (isWorkedOut(model, name))
    return refuse(
      findings,
      'not-asked-for',
      [name],
      'this is worked out, not asked',
      'Change a fact, an income or a bill; a line is set by hand in the file, under overrides.',
    );
  const whole = names.incomes.has(name) ? `income.${name}` : names.bills.has(name) ? `bill.${name}` : null;
  const known = [
    ...[...names.facts.values()].filter(({ scope, id }) => scope !== 'local' && id !== 'month').map(({ id }) => id),
    'person.born',
    ...[...names.incomes.keys()].map((kind) => `income.${kind}`),
    ...[...names.bills.keys()].map((bill) => `bill.${bill}`),
  ];
  return refuse(
    findings,
    'unknown-fact',
    [shorten(name)],
    'no fact, income or bill has this name',
    whole === null ? didYouMean(name, known) : `Did you mean "${whole}"?`,
  );
}

/** What a budget is made of, and nobody says: lines, sums, tariffs, rights. */
function isWorkedOut(model: Model, name: string): boolean {
  const bare = name.replace(/^(?:total|line|figure|lever)\./, '');
  const lists = [
    model.needs,
    model.totals,
    model.figures,
    model.levers,
    model.parameters,
    model.tables,
    model.adjustments,
  ];
  return ['need', 'income', 'balance'].includes(name) || lists.some((list) => list.some(({ id }) => id === bare));
}
