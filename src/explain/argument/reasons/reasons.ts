import type { AidNode, TraceNode } from '../../../model/trace.js';
import { isZero, ratio } from '../../words/numbers.js';
import type { Context } from '../context.js';
import { setAside } from '../set-aside.js';
import { fromReason, valuesOf } from './from.js';
import { lineReasons } from './line.js';
import { aidRule, valuesIn } from './rule.js';
import type { AidRule } from './rule-shape.js';
import { overrideReasons } from './override.js';
import type { Reason } from './reason-shape.js';
import { totalReasons } from './sum.js';
import { caseReason, leverReason, testsReason } from './tests.js';

/** How far the reasons of a test go into the derived names that it reads. */
const DEEPEST = 2;

/** Why a node has its value, the decisive reasons first; without what it was computed from in turn. */
export function reasonsOf(context: Context, node: TraceNode, depth = DEEPEST): readonly Reason[] {
  const deeper = (read: TraceNode): readonly Reason[] => (depth <= 0 ? [] : reasonsOf(context, read, depth - 1));
  return [...overrideReasons(context, node), ...ownReasons(context, node, deeper), ...openReason(node)];
}

function ownReasons(
  context: Context,
  node: TraceNode,
  deeper: (read: TraceNode) => readonly Reason[],
): readonly Reason[] {
  switch (node.kind) {
    case 'line':
      return lineReasons(context, node, deeper);
    case 'condition':
      return testsReason(context, node, node.value, node.tests, deeper);
    case 'lever':
      return [...leverReason(context, node, deeper), ...(node.value === 'may' ? gainReason(context, node.id) : [])];
    case 'cases':
      return caseReason(context, node, deeper);
    case 'aggregate':
      return [{ kind: 'members', of: node.of, values: valuesOf(context, node.in) }];
    case 'fact':
    case 'bill':
      if (node.origin === 'override') return [];
      return [{ kind: 'origin', origin: node.origin }, ...fromReason(context, ('in' in node ? node.in : null) ?? [])];
    case 'total':
      return totalReasons(context, node);
    case 'income':
      return incomeReason(context, node.id);
    case 'aid':
      return aidReasons(context, node);
    case 'formula':
    case 'figure':
    case 'table': {
      const aside = setAside(context.pack.model, context.index, node, context.month, node.in);
      return fromReason(
        context,
        node.in.filter((id) => !aside.has(id)),
      );
    }
    case 'parameter':
    case 'series':
      return [];
  }
}

function openReason(node: TraceNode): readonly Reason[] {
  return 'open' in node ? [{ kind: 'open' }] : [];
}

function gainReason({ assessment }: Context, node: string): readonly Reason[] {
  const lever = assessment.levers?.list.find(
    (one) => one.node === node || one.node.split('@')[0] === node.split('@')[0],
  );
  const alone = lever?.alone ?? null;
  return alone === null ? [] : [{ kind: 'gain', month: alone.month, once: alone.once }];
}

function incomeReason({ assessment }: Context, node: string): readonly Reason[] {
  const line = assessment.incomes.lines.find((one) => one.node === node);
  if (line === undefined) return [];
  return [{ kind: 'counted', given: line.given, counted: line.counted, exempt: line.exempt }];
}

/** The steps of a proposal, then what they were computed from beside the lines, of which there are too many. */
function aidReasons(context: Context, node: AidNode): readonly Reason[] {
  const { steps, in: inputs } = node;
  const rule = aidRule(context, node);
  const months = context.assessment.aid?.months ?? null;
  const gap = steps.find(({ step }) => step === 'gap')?.value ?? '0';
  const read = inputs.filter((id) => !/^(?:aid-line|line|total)\//.test(id) && !isToldBy(rule, id));
  return [
    { kind: 'aid', steps: steps.map((step) => aidStep(context, step, gap)) },
    ...(rule === null ? [] : [{ kind: 'rule', of: rule, months } as const]),
    ...fromReason(context, read),
  ];
}

/** A value that the rule itself tells; one with a source of its own is told with it. */
function isToldBy(rule: AidRule | null, id: string): boolean {
  return rule !== null && valuesIn(rule).some((one) => one.id === id && one.source === null);
}

function aidStep(
  { pack }: Context,
  { step, by, value }: { readonly step: string; readonly by?: string; readonly value: string },
  gap: string,
): Extract<Reason, { kind: 'aid' }>['steps'][number] {
  const unit = step === 'pays' ? '' : `${pack.model.pack.currency}/month`;
  const share = step === 'pays' && !isZero(gap) ? ratio(value, gap) : null;
  return { step, by: by === undefined ? null : { value: by, unit }, amount: value, share };
}
