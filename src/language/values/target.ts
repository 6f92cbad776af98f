import type { Expression } from '../../model/expression.js';
import type { Target } from '../../model/needs.js';
import type { Place } from '../../model/pack.js';
import type { Scope } from '../../model/value.js';
import type { Reader } from '../context.js';
import { wantedOf } from '../constructs/fact.js';
import { resolveName } from './resolve.js';
import type { Resolved } from './resolved.js';
import type { Raw } from '../reading/tree.js';
import { linkValue } from './value.js';

/** What a lever assumes: an asked fact, an income or a bill, and its value, read for the person the target belongs to. */
export function linkTarget(
  name: string,
  raw: Raw,
  place: Place,
  reader: Reader,
): { target: Target; scope: Scope; value: Expression } | null {
  const { context } = reader;
  const found = resolveName(name, { ...reader, as: 'list', scope: 'infer', found: { person: false } }, place);
  if (found === null || found.pending === true) return null;
  const target = targetOf(found);
  if (target === null) {
    context.report.error(
      'cannot-assume',
      place,
      `${name} cannot be assumed`,
      'Asked facts, incomes and bills can; what follows from them does so by itself.',
    );
    return null;
  }
  const scope = found.scope ?? 'household';
  const inside: Reader = { ...reader, scope: scope === 'person' ? 'person' : reader.scope };
  const wanted = target.of === 'fact' ? wantedOf(found.type, found.values, found.unit) : ({ kind: 'month' } as const);
  const value = linkValue(raw, { ...inside, extra: [...reader.extra, 'sum'] }, wanted);
  return value === null ? null : { target, scope, value: value.expression };
}

function targetOf({ ref }: Resolved): Target | null {
  if (ref.of === 'income' || ref.of === 'bill') return ref;
  const fixed = ref.of === 'fact' && ['month', 'person.born', 'person.age', 'person.role'].includes(ref.id);
  return ref.of === 'fact' && !fixed ? ref : null;
}
