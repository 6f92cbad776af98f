import type { Assessment } from '../../assessment/document.js';
import type { TraceNode, TraceTest } from '../../model/trace.js';
import { splitAt } from '../../model/node-id.js';

/** Kinds of nodes that stand for one name, in the order in which they are shown. */
const PREFIXES = [
  'line',
  'aid-line',
  'derived',
  'fact',
  'parameter',
  'series',
  'table',
  'bill',
  'income',
  'incomes',
  'total',
  'figure',
  'lever',
  'aid',
  'when',
] as const;
export type Prefix = (typeof PREFIXES)[number];

/** `line/food.daily@tom` in its parts: prefix, name, person; `asOf` of `parameter/x/2020-12`. */
export interface NodeName {
  readonly prefix: Prefix;
  readonly name: string;
  readonly person: string | null;
  readonly asOf: string | null;
}

export function nodeName(id: string): NodeName {
  const slash = id.indexOf('/');
  const rest = id.slice(slash + 1);
  // A look at one character saves the search of most ids.
  const month = rest.at(-8) === '/' ? /^(.*)\/(\d{4}-\d{2})$/.exec(rest) : null;
  const { name, person } = splitAt(month?.[1] ?? rest);
  return { prefix: id.slice(0, slash) as Prefix, name, person, asOf: month?.[2] ?? null };
}

/** The nodes of a document by id. */
export type TraceIndex = ReadonlyMap<string, TraceNode>;

const itemsOf = new WeakMap<TraceIndex, ReadonlyMap<string, readonly string[]>>();

/** Conditions of the items of a need's line, by the line's id. */
export function itemConditions(index: TraceIndex): ReadonlyMap<string, readonly string[]> {
  const known = itemsOf.get(index);
  if (known !== undefined) return known;
  const found = new Map<string, string[]>();
  for (const id of index.keys()) {
    if (!id.startsWith('when/')) continue;
    const { name, person } = nodeName(id);
    const slash = name.indexOf('/');
    if (slash < 0) continue;
    const line = `line/${name.slice(0, slash)}${person === null ? '' : `@${person}`}`;
    found.set(line, [...(found.get(line) ?? []), id]);
  }
  itemsOf.set(index, found);
  return found;
}

const indices = new WeakMap<Assessment, TraceIndex>();

/** Made once a document. */
export function traceIndex(assessment: Assessment): TraceIndex {
  let index = indices.get(assessment);
  if (index === undefined) {
    index = new Map((assessment.trace?.nodes ?? []).map((node) => [node.id, node]));
    indices.set(assessment, index);
  }
  return index;
}

/** The nodes that can be asked for by a name. */
function named(index: TraceIndex, name: string): readonly TraceNode[] {
  // A name's last word stands in the id of all that answer to it: most ids need no second look.
  const last = name.slice(name.lastIndexOf('.') + 1);
  const found: TraceNode[] = [];
  for (const [id, node] of index) if (id.includes(last) && namesOfNode(id).includes(name)) found.push(node);
  return found;
}

/** Names under which a node can be asked for. */
export function namesOfNode(id: string): readonly string[] {
  const { prefix, name } = nodeName(id);
  switch (prefix) {
    case 'total':
      return [name, `total.${name}`];
    case 'figure':
      return [name, `figure.${name}`];
    case 'lever':
      return [name, `lever.${name}`];
    case 'bill':
      return [name, `bill.${name}`];
    case 'line':
      // The first word is the basket: asking for it shows all its lines.
      return [name, `line.${name}`, name.split('.')[0] ?? name];
    case 'income':
      return [name, `income.${name}`, `person.income.${name}`, `household.income.${name}`];
    case 'incomes':
      return [name.replace('.', '.incomes.')];
    case 'aid':
      return ['aid', name];
    case 'table':
      return [name, name.replace(/\(.*\)$/, '')];
    default:
      return [name];
  }
}

/**
 * Nodes that answer to a name (`mobility.bus`, `mobility.bus@anna`, `balance`, or a node's own id), in the order of
 * prefixes and of the trace. A condition is shown by itself only where there is no line.
 */
export function nodesOf(index: TraceIndex, target: string): readonly TraceNode[] {
  const exact = index.get(target);
  if (exact !== undefined) return [exact];
  const { name, person } = splitAt(target);
  const all = named(index, name);
  const found = person === null ? all : all.filter((node) => nodeName(node.id).person === person);
  const lines = new Set(found.filter((node) => node.id.startsWith('line/')).map((node) => nodeName(node.id).person));
  return PREFIXES.flatMap((prefix) => found.filter((node) => node.id.startsWith(`${prefix}/`))).filter(
    (node) => !node.id.startsWith('when/') || !lines.has(nodeName(node.id).person),
  );
}

/** All tests of a node, of all its cases. */
export function testsOf(node: TraceNode): readonly TraceTest[] {
  if (node.kind === 'condition' || node.kind === 'lever') return node.tests;
  return node.kind === 'cases' ? node.cases.flatMap((one) => one.tests) : [];
}

/** The tests behind the value: all of a condition, of cases those of the case that held. */
export function testsTold(node: TraceNode): readonly TraceTest[] {
  if (node.kind === 'cases') return (node.case === null ? undefined : node.cases[node.case]?.tests) ?? [];
  return testsOf(node);
}

/** True when a node holds the value of a name as conditions write it. */
export function answersTo(id: string, name: string): boolean {
  const parts = nodeName(id);
  switch (parts.prefix) {
    case 'income':
      return name.endsWith(`.income.${parts.name}`);
    case 'incomes':
      return name === parts.name.replace('.', '.incomes.');
    case 'bill':
    case 'total':
      return name === `${parts.prefix}.${parts.name}` || name === parts.name;
    default:
      return name === parts.name;
  }
}
