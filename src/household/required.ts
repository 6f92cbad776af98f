import type { Fact } from '../model/facts.js';
import { didYouMean } from '../model/near.js';
import { refuse, type Findings, type Path } from './findings.js';
import type { Said } from './household.js';
import type { FactKey, Names } from './names.js';

/** Facts of a scope that must be known and are not written; what is written and was refused has been told. */
export function checkRequired(
  names: Names,
  scope: 'person' | 'dwelling' | 'household',
  given: unknown,
  said: Readonly<Record<string, Said>>,
  path: Path,
  findings: Findings,
): void {
  for (const fact of names.required) {
    if (fact.scope !== scope || said[fact.id] !== undefined || isGiven(given, names.keys[scope], fact)) continue;
    mustBeKnown(fact, scope === 'person' ? path : fact.id.split('.'), findings);
  }
}

/** What cannot be read as a map is wrong as a whole. */
function isGiven(given: unknown, keys: ReadonlyMap<string, FactKey>, fact: Fact): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return true;
  return Object.keys(given).some((key) => keys.get(key)?.fact === fact);
}

export function mustBeKnown(fact: Fact, path: Path, findings: Findings): void {
  const name = fact.scope === 'person' ? fact.id.slice('person.'.length) : fact.id;
  refuse(findings, 'missing-fact', path, `"${name}" must be known`, answersOf(fact));
}

function answersOf({ type, values }: Fact): string {
  if (type === 'yes-no') return 'Write yes or no.';
  return type === 'one-of' ? didYouMean('', values) : 'Give its value.';
}
