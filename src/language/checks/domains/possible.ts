import type { Condition, Test } from '../../../model/condition.js';
import type { Ref } from '../../../model/expression.js';
import type { Truth } from '../../../model/value.js';
import { numbersOf } from './formula-domain.js';
import { NO_CONSTRAINTS, type Domains } from './domains.js';
import type { Atom } from './atoms.js';
import { keyOf } from '../names.js';

/** What is fixed of some names; the rest may be anything. */
export type Fixed = ReadonlyMap<string, Atom>;

/** What a condition is when some names are fixed; null when the rest decides. */
export function truthOf(condition: Condition, fixed: Fixed, domains: Domains, deep = 6): Truth | null {
  if (condition.kind === 'test') return truthOfTest(condition, fixed, domains, deep);
  const parts = condition.of.map((part) => truthOf(part, fixed, domains, deep));
  const [stops, passes] = condition.kind === 'all' ? (['no', 'yes'] as const) : (['yes', 'no'] as const);
  if (parts.includes(stops)) return stops;
  if (parts.includes(null)) return null;
  return parts.includes('undecided') ? 'undecided' : passes;
}

function truthOfTest(test: Test, fixed: Fixed, domains: Domains, deep: number): Truth | null {
  const atom = fixed.get(keyOf(test.ref)) ?? derivedAtom(test.ref, fixed, domains, deep);
  if (atom === null) return null;
  if (atom.kind === 'unknown')
    return test.check.op === 'one-of' && test.check.unknown ? (test.turned ? 'no' : 'yes') : 'undecided';
  const inside = atom.kind === 'none' ? false : isInside(test, atom, domains);
  return inside === null ? null : inside !== test.turned ? 'yes' : 'no';
}

function isInside(
  { ref, check }: Test,
  atom: Exclude<Atom, { kind: 'unknown' | 'none' }>,
  domains: Domains,
): boolean | null {
  if (atom.kind === 'word') return check.op === 'one-of' && check.values.includes(atom.value);
  switch (check.op) {
    case 'one-of':
      return check.values.some((value) => atom.value.eq(value));
    case 'band':
      return (
        (check.from === null || atom.value.gte(check.from)) && (check.below === null || atom.value.lt(check.below))
      );
    case 'compare': {
      if (domains.of(ref).type === 'age') return null;
      const verdicts = check.bounds.map(({ is, bound }): boolean | null => {
        const limit = numbersOf(bound, NO_CONSTRAINTS, domains);
        if (limit.from === null || limit.to === null || !limit.from.eq(limit.to)) return null;
        const sign = atom.value.comparedTo(limit.from);
        if (atom.below !== null && sign < 0 && atom.below.gt(limit.from)) return null;
        if (is === 'from') return sign >= 0;
        if (is === 'above') return sign > 0 || (sign === 0 ? null : false);
        if (is === 'to') return sign < 0 || (sign === 0 ? null : false);
        return sign < 0;
      });
      return verdicts.includes(false) ? false : verdicts.includes(null) ? null : true;
    }
  }
}

/** A derived yes-no or word whose value the fixed names decide. */
function derivedAtom(ref: Ref, fixed: Fixed, domains: Domains, deep: number): Atom | null {
  if (ref.of !== 'derived' || deep === 0) return null;
  const definitions = domains.definitions.derived.get(ref.id) ?? [];
  const [derived] = definitions;
  if (definitions.length !== 1 || derived === undefined) return null;
  const { rule } = derived;
  if (rule.kind === 'condition') {
    const truth = truthOf(rule.when, fixed, domains, deep - 1);
    return truth === null ? null : truth === 'undecided' ? { kind: 'unknown' } : { kind: 'word', value: truth };
  }
  if (rule.kind !== 'value' || rule.value.kind !== 'cases') return null;
  for (const { when, is } of rule.value.cases) {
    const truth = truthOf(when, fixed, domains, deep - 1);
    if (truth === null) return null;
    if (truth === 'undecided') return { kind: 'unknown' };
    if (truth === 'yes') return is.kind === 'word' ? { kind: 'word', value: is.value } : null;
  }
  return rule.value.otherwise.kind === 'word' ? { kind: 'word', value: rule.value.otherwise.value } : null;
}

/** False when the keys of a table cannot have these values together: an `applies` or a derived fact forbids it. */
export function isPossible(fixed: Fixed, keys: readonly Ref[], domains: Domains): boolean {
  return keys.every((ref) => {
    const atom = fixed.get(keyOf(ref));
    if (atom === undefined) return true;
    if (ref.of === 'fact') return appliesAs(ref.id, atom, fixed, domains);
    const rest = new Map(fixed);
    rest.delete(keyOf(ref));
    const derived = derivedAtom(ref, rest, domains, 6);
    if (derived === null) return true;
    if (derived.kind !== atom.kind) return false;
    return derived.kind !== 'word' || atom.kind !== 'word' || derived.value === atom.value;
  });
}

function appliesAs(id: string, atom: Atom, fixed: Fixed, domains: Domains): boolean {
  const definitions = domains.definitions.facts.get(id) ?? [];
  const [fact] = definitions;
  if (definitions.length !== 1 || fact === undefined || fact.applies === null) return true;
  const truth = truthOf(fact.applies, fixed, domains);
  if (truth === null) return true;
  if (truth === 'no') return atom.kind === 'none';
  if (atom.kind === 'none') return false;
  return truth === 'yes' && atom.kind === 'unknown' ? !fact.required && fact.assume === null : true;
}
