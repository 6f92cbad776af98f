import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import { nodePattern } from '../../model/node-id.js';
import type { Side } from '../side.js';
import { walkCondition, walkExpression } from '../../model/walk.js';

/**
 * The names an expression reads on one side, for one person, without the cases that certainly do not hold there and those
 * after one that certainly does. Certain are only tests on words: more would be a third evaluator.
 */
export function namesRead(side: Side, expression: Expression, person: string | null): readonly Ref[] {
  const refs: Ref[] = [];
  const visit = (one: Expression): void => {
    switch (one.kind) {
      case 'name':
        refs.push(one.ref);
        return;
      case 'cases':
        for (const { when, is } of one.cases) {
          const holds = certainly(side, when, person);
          walkCondition(when, { test: ({ ref }) => refs.push(ref), expression: (bound) => refs.push(...named(bound)) });
          if (holds !== false) visit(is);
          if (holds === true) return;
        }
        visit(one.otherwise);
        return;
      default:
        operandsOf(one).forEach(visit);
    }
  };
  visit(expression);
  return refs;
}

function named(expression: Expression): Ref[] {
  const refs: Ref[] = [];
  walkExpression(expression, { expression: (one) => (one.kind === 'name' ? refs.push(one.ref) : undefined) });
  return refs;
}

/** true or false where tests on words settle it, else null. */
function certainly(side: Side, condition: Condition, person: string | null): boolean | null {
  if (condition.kind === 'test') return certainTest(side, condition, person);
  const parts = condition.of.map((one) => certainly(side, one, person));
  if (condition.kind === 'all') return parts.includes(false) ? false : parts.every((one) => one === true) ? true : null;
  return parts.includes(true) ? true : parts.every((one) => one === false) ? false : null;
}

function certainTest(side: Side, { ref, check, turned }: Test, person: string | null): boolean | null {
  if (check.op !== 'one-of') return null;
  const pattern = nodePattern(ref, null);
  const node =
    side.nodes.get(pattern.replace('{at}', person === null ? '' : `@${person}`)) ??
    side.nodes.get(pattern.replace('{at}', ''));
  const value = node !== undefined && 'value' in node ? node.value : null;
  if (value === null || !/^[a-z]/.test(value)) return null;
  return check.values.includes(value) !== turned;
}
