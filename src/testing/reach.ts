import type { Assessment } from '../assessment/document.js';

/** Line id → ids of all trace nodes that had a say in it, its own condition and what worked on it included. Needs a full trace. */
export function reachOfLines(assessment: Assessment): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, readonly string[]>();
  for (const node of assessment.trace?.nodes ?? []) {
    const own = 'in' in node ? (node.in ?? []) : [];
    const steps = 'steps' in node ? node.steps.flatMap((step) => ('in' in step ? (step.in ?? []) : [])) : [];
    reads.set(node.id, [...own, ...steps]);
  }
  const ids = [...reads.keys()].filter((id) => id.startsWith('line/'));
  return new Map(ids.map((id) => [id.slice('line/'.length), closure([id, ...conditionsOf(id, reads)], reads)]));
}

/** `when/NEED@m` and `when/NEED/ITEM@m`. */
function conditionsOf(line: string, reads: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const [need = '', member] = line.slice('line/'.length).split('@');
  const end = member === undefined ? '' : `@${member}`;
  return [...reads.keys()].filter(
    (id) => id === `when/${need}${end}` || (id.startsWith(`when/${need}/`) && id.endsWith(end)),
  );
}

function closure(from: readonly string[], reads: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>(from);
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const next of reads.get(id) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}
