import type { Assessment } from '../assessment/document.js';

/** Gives the ids of all trace nodes that had a say in a line, its own condition and what worked on it included. Needs a full trace. */
export function reachOfLines(assessment: Assessment): (line: string) => ReadonlySet<string> {
  const reads = new Map<string, readonly string[]>();
  for (const node of assessment.trace?.nodes ?? []) {
    const own = 'in' in node ? (node.in ?? []) : [];
    const steps = 'steps' in node ? node.steps.flatMap((step) => ('in' in step ? (step.in ?? []) : [])) : [];
    reads.set(node.id, [...own, ...steps]);
  }
  return (line) =>
    reads.has(`line/${line}`) ? closure([`line/${line}`, ...conditionsOf(line, reads)], reads) : new Set();
}

/** `when/NEED@m` and `when/NEED/ITEM@m`. */
function conditionsOf(line: string, reads: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const [need = '', member] = line.split('@');
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
