import type { TraceNode } from '../../../model/trace.js';
import type { Derivation } from '../argument.js';
import type { Context } from '../context.js';
import { nodeName } from '../trace-index.js';
import type { Reason } from './reason-shape.js';

/** The judgement by hand that set a node's value; null without one. */
export function overrideOf({ assessment, lines }: Context, id: string): Derivation['override'] {
  const line = lines.get(id);
  if (line !== undefined) return line.override;
  const { prefix, name, person } = nodeName(id);
  if (prefix !== 'fact' && prefix !== 'derived') return null;
  const target = person === null ? name : `${name}@${person}`;
  const found = assessment.overrides.find((one) => one.target === target);
  return found === undefined ? null : { computed: found.computed, reason: found.reason, by: found.by };
}

export function overrideReasons(context: Context, node: TraceNode): readonly Reason[] {
  const override = overrideOf(context, node.id);
  return override === null ? [] : [{ kind: 'override', money: node.kind === 'line', ...override }];
}
