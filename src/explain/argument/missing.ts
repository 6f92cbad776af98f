import type { TraceNode } from '../../model/trace.js';
import { nodeName, testsOf, type TraceIndex } from './trace-index.js';

/** Facts and incomes that nobody said and on which a node's value waits, each with its person. */
export function missingOf(index: TraceIndex, id: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = (one: string): void => {
    const node = index.get(one);
    if (node === undefined || seen.has(one)) return;
    seen.add(one);
    const asked = askedBy(node);
    if (asked !== null) found.add(asked);
    for (const next of undecidedInputs(node)) walk(next);
  };
  walk(id);
  return [...found];
}

function askedBy(node: TraceNode): string | null {
  const { name, person } = nodeName(node.id);
  const at = person === null ? '' : `@${person}`;
  if (node.kind === 'fact') return node.origin === 'unknown' ? name + at : null;
  if (node.kind !== 'income' || node.open !== true) return null;
  return person === null || person === 'household' ? `household.income.${name}` : `person.income.${name}${at}`;
}

/** Of a condition, what its undecided tests read; of anything else, all it reads. */
function undecidedInputs(node: TraceNode): readonly string[] {
  const inputs = 'in' in node ? node.in : [];
  if (node.kind !== 'condition' && node.kind !== 'cases' && node.kind !== 'lever') return inputs;
  const names = new Set(
    testsOf(node)
      .filter((test) => test.holds === 'undecided')
      .map((test) => test.name),
  );
  return inputs.filter((id) => {
    const { prefix, name } = nodeName(id);
    return [...names].some(
      (one) =>
        one === name || one.endsWith(`.${name}`) || (prefix === 'incomes' && one === name.replace('.', '.incomes.')),
    );
  });
}
