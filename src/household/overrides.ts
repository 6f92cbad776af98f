import { factOf, type Derived, type Fact } from '../model/facts.js';
import type { Need } from '../model/needs.js';
import { didYouMean } from '../model/near.js';
import { readFact } from './facts.js';
import { refuse, type Findings, type Path } from './findings.js';
import { OVERRIDE_KEYS, refuseOtherKeys } from './frame.js';
import type { OverrideSaid, Person } from './household.js';
import { listOf, mapOf, paidOf, shorten, textOf } from './scalars.js';

/** What overrides may name: lines, asked facts, derived facts. */
export interface Overridable {
  readonly needs: ReadonlyMap<string, Need>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly derived: ReadonlyMap<string, Derived>;
}

/** A worker's judgements; two on one name are refused. */
export function readOverrides(
  raw: unknown,
  names: Overridable,
  members: readonly Person[],
  currency: string,
  findings: Findings,
): OverrideSaid[] {
  const list = listOf(raw, ['overrides'], findings);
  if (list === null) return [];
  const seen = new Set<string>();
  const read: OverrideSaid[] = [];
  list.forEach((entry, i) => {
    const path: Path = ['overrides', i];
    const override = readOverride(entry, names, members, currency, path, findings);
    if (override === null) return;
    const target = `${override.line ?? override.name ?? ''}@${override.of ?? ''}`;
    if (seen.has(target)) refuse(findings, 'two-overrides', path, 'this name is overridden twice', 'Keep one of them.');
    seen.add(target);
    read.push(override);
  });
  return read;
}

function readOverride(
  raw: unknown,
  names: Overridable,
  members: readonly Person[],
  currency: string,
  path: Path,
  findings: Findings,
): OverrideSaid | null {
  const map = mapOf(raw, path, findings);
  if (map === null) return null;
  refuseOtherKeys(map, OVERRIDE_KEYS, 'an override', path, findings);
  const reason = required(map, 'reason', path, findings);
  const by = required(map, 'by', path, findings);
  const ofName = map['line'] === undefined;
  if (ofName === (map['name'] === undefined) || map[ofName ? 'amount' : 'is'] !== undefined) {
    return refuse(
      findings,
      'what-override',
      path,
      'an override is of one line or of one name',
      'Write either line: … with amount: …, or name: … with is: ….',
    );
  }
  if (reason === null || by === null) return null;
  return ofName
    ? overrideOfName(map, names, members, path, findings, reason, by)
    : overrideOfLine(map, names, members, currency, path, findings, reason, by);
}

function required(map: Record<string, unknown>, key: 'reason' | 'by', path: Path, findings: Findings): string | null {
  const why = 'A judgement says who decided and why.';
  if (map[key] === undefined) return refuse(findings, 'missing-key', path, `"${key}" is missing`, why);
  const text = textOf(map[key], [...path, key], findings);
  return text?.trim() === '' ? refuse(findings, 'missing-key', [...path, key], `"${key}" says nothing`, why) : text;
}

function overrideOfLine(
  map: Record<string, unknown>,
  names: Overridable,
  members: readonly Person[],
  currency: string,
  path: Path,
  findings: Findings,
  reason: string,
  by: string,
): OverrideSaid | null {
  const target = readTarget(
    map['line'],
    (id) => names.needs.get(id)?.for,
    names.needs.keys(),
    members,
    [...path, 'line'],
    findings,
  );
  if (map['amount'] === undefined)
    return refuse(findings, 'missing-key', path, 'the amount is missing', 'Write amount: 180.');
  const paid = paidOf(map['amount'], currency, path, 'amount', findings);
  return target === null || paid === null
    ? null
    : { line: target.id, name: null, of: target.of, paid, is: null, reason, by };
}

function overrideOfName(
  map: Record<string, unknown>,
  names: Overridable,
  members: readonly Person[],
  path: Path,
  findings: Findings,
  reason: string,
  by: string,
): OverrideSaid | null {
  const known = (id: string): Fact | Derived | undefined => names.facts.get(id) ?? names.derived.get(id);
  const target = readTarget(
    map['name'],
    (id) => known(id)?.scope,
    [...names.facts.keys(), ...names.derived.keys()],
    members,
    [...path, 'name'],
    findings,
  );
  if (target === null) return null;
  if (map['is'] === undefined)
    return refuse(findings, 'missing-key', path, '"is" is missing', 'Write is: yes, or another value.');
  const definition = known(target.id)!;
  const asFact: Fact = 'builtIn' in definition ? definition : typedAs(definition);
  if (asFact.builtIn)
    return refuse(
      findings,
      'not-overridable',
      [...path, 'name'],
      `"${target.id}" is built in`,
      'Change it at the person or the dwelling itself.',
    );
  const { id } = definition;
  if (id !== target.id) findings.warnings.push({ code: 'renamed', names: [target.id, id], path: [...path, 'name'] });
  const is = readFact({ ...asFact, required: true }, map['is'], [...path, 'is'], findings);
  return is === undefined ? null : { line: null, name: id, of: target.of, paid: null, is, reason, by };
}

function typedAs(derived: Derived): Fact {
  const { id, scope, valid, type, unit, values } = derived;
  return factOf({ id, scope, valid, type, unit, values, required: true });
}

/** `food.daily@tom`: the id, as it is written, and the member's place. */
function readTarget(
  raw: unknown,
  scopeOf: (id: string) => string | undefined,
  all: Iterable<string>,
  members: readonly Person[],
  path: Path,
  findings: Findings,
): { id: string; of: number | null } | null {
  const text = textOf(raw, path, findings);
  if (text === null) return null;
  const at = text.indexOf('@');
  const [id, person] = at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
  const scope = scopeOf(id);
  if (scope === undefined)
    return refuse(findings, 'unknown-name', path, `"${shorten(id)}" is not known`, didYouMean(id, all));
  if (scope !== 'person') {
    return person === undefined
      ? { id, of: null }
      : refuse(findings, 'not-a-persons', path, `"${id}" exists once`, `Write "${id}".`);
  }
  const of = members.findIndex((member) => member.id === person);
  if (of >= 0) return { id, of };
  if (person !== undefined && findings.refused.includes(person)) return null;
  const ids = members.map((member) => `${id}@${member.id}`);
  return refuse(
    findings,
    'unknown-person',
    path,
    person === undefined ? 'whose it is must be said' : `no member has the id "${shorten(person)}"`,
    didYouMean(text, ids),
  );
}
