import { safeAssess } from '../../../assessment/assess.js';
import type { Assessment } from '../../../assessment/document.js';
import type { Options } from '../../../assessment/options.js';
import type { Month } from '../../../calendar/month.js';
import type { TraceNode } from '../../../model/trace.js';
import type { Change } from '../argument.js';
import type { Context } from '../context.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { applyChanges } from '../../../comparison/what-if/apply.js';

/** Households that are assessed again for one answer, and changes that are told. */
const MOST_RUNS = 12;
const MOST_TOLD = 3;

/**
 * Single changes that make a condition or lever hold, the nearest first: each was seen to do so in a second assessment. None where
 * the document does not have the household, or where it holds already.
 */
export function changesOf(context: Context, node: TraceNode): readonly Change[] {
  const { assessment } = context;
  const input = assessment.input;
  if (input === null || 'redacted' in input || holds(node)) return [];
  if (node.kind !== 'condition' && node.kind !== 'lever') return [];
  const found: Change[] = [];
  for (const one of distinct(candidatesFor(context, node, true)).slice(0, MOST_RUNS)) {
    if (found.length === MOST_TOLD) break;
    const after = assessed(context, applyChanges(input, [one.change]), node.kind === 'lever' ? 'alone' : 'none');
    const turned = after?.trace?.nodes.find(({ id }) => id === node.id);
    if (after === null || turned === undefined || !holds(turned)) continue;
    found.push({
      name: one.name,
      person: one.change.person,
      from: one.from,
      to: one.told,
      balance: after.balance.amount,
    });
  }
  return found;
}

function holds(node: TraceNode): boolean {
  return (node.kind === 'condition' && node.value === 'yes') || (node.kind === 'lever' && node.value === 'may');
}

/** Levers have nodes only where they are tried. */
function assessed({ pack, assessment }: Context, input: object, levers: 'none' | 'alone'): Assessment | null {
  const options: Options = {
    month: assessment.month as Month,
    policy: assessment.policy?.id ?? null,
    levers,
    trace: 'full',
  };
  const result = safeAssess(pack, input, options);
  return result.ok ? result.value : null;
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = new Map(candidates.map((one) => [`${one.name}@${one.change.person ?? ''}=${one.told}`, one]));
  return [...known.values()].filter((one) => one.told !== one.from);
}
