import { nameOf, nodePattern } from '../../model/node-id.js';
import type { Ref } from '../../model/expression.js';
import type { TraceTest } from '../../model/trace.js';
import type { Cause } from '../shapes.js';
import { nodeKey, partsOf } from '../side.js';
import { allOf, type Walk } from './side-by-side.js';

/** What a node reads on either side, by key, in the order of writing. */
export function inputsOf(walk: Walk, left: readonly string[], right: readonly string[]): readonly string[] {
  const keys = left.map((id) => nodeKey(id, walk.left.assessment.month));
  return [...new Set([...keys, ...right.map((id) => nodeKey(id, walk.right.assessment.month))])];
}

/**
 * What turned a condition: the values and bounds of the tests that do not hold on both sides alike; where the tests
 * themselves are written otherwise, everything it reads.
 */
export function testCauses(
  walk: Walk,
  left: readonly TraceTest[],
  right: readonly TraceTest[],
  inputs: readonly string[],
): readonly Cause[] {
  const same = left.length === right.length && left.every((test, i) => test.name === right[i]?.name);
  const turned = same ? left.filter((test, i) => test.holds !== right[i]?.holds) : [...left, ...right];
  const named = inputs.filter((key) => turned.some((test) => namedBy(test, key)));
  const causes = allOf(walk, named);
  return causes.length > 0 ? causes : allOf(walk, inputs);
}

/** True when a node holds what a test looks at, or a bound that it names. */
function namedBy({ name, test }: TraceTest, key: string): boolean {
  const parts = partsOf(key);
  const names =
    parts.prefix === 'income'
      ? [`person.income.${parts.name}`, `household.income.${parts.name}`]
      : parts.prefix === 'incomes'
        ? [parts.name.replace('.', '.incomes.')]
        : parts.prefix === 'bill' || parts.prefix === 'total'
          ? [`${parts.prefix}.${parts.name}`, parts.name]
          : [parts.name];
  return names.some((one) => one === name || test.split(/[\s[\],]+/).includes(one));
}

/** Keys without their person, under which `nodePattern` knows a name. */
export function isRead(key: string, refs: readonly Ref[]): boolean {
  const { prefix, name } = partsOf(key);
  return refs.some((ref) => {
    const pattern = partsOf(nodePattern(ref, null).replace('{at}', ''));
    return pattern.prefix === prefix && (pattern.name === name || nameOf(ref) === name);
  });
}
