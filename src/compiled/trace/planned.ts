import type { Ref } from '../../model/expression.js';
import { nodePattern } from '../../model/node-id.js';
import { noted } from '../compiler/compiler.js';
import type { Named } from '../formulas/refs.js';
import { KINDS, never, noCase, type Entry, type Kind, type MadeEntry, type TracePlan } from './entry.js';

/** The entry of a name; null for what has no node (`amount`, `gap`, `parts`). */
export function entryFor(plan: TracePlan, ref: Ref, asOf: Named['asOf']): Entry | null {
  if (ref.of === 'sum' && (ref.id === 'amount' || ref.id === 'gap' || ref.id === 'parts')) return null;
  const dated =
    ref.of === 'series' ? (asOf ?? plan.program.month) : ref.of === 'parameter' || ref.of === 'table' ? asOf : null;
  if (dated !== null || !isBare(ref)) return entryUnder(plan, nodePattern(ref, dated), ref, asOf);
  const named = plan.named[ref.of];
  let entry = named.get(ref.id);
  if (entry === undefined) named.set(ref.id, (entry = entryUnder(plan, nodePattern(ref, null), ref, asOf)));
  return entry;
}

const entryUnder = (plan: TracePlan, key: string, ref: Ref, asOf: Named['asOf']): Entry =>
  plan.byKey.get(key) ?? addEntry(plan, key, plan.make(plan, ref, asOf));

type Bare = Extract<Ref, { of: keyof TracePlan['named'] }>;

/** Told apart from others of its kind by its id alone: most names are, and no key need be put together for them. */
const isBare = (ref: Ref): ref is Bare =>
  ref.of === 'fact' ||
  ref.of === 'derived' ||
  ref.of === 'parameter' ||
  (ref.of === 'table' && ref.column === undefined && ref.with === undefined);

export function addEntry(plan: TracePlan, key: string, made: MadeEntry): Entry {
  const [prefix = '', suffix = ''] = key.split('{at}');
  const leads =
    made.judges !== true && (plan.program.namedBeyond.size > 0 || made.slots.some((slot) => plan.leads[slot.id] === 1));
  // written out, so that all entries have one shape
  const entry: Entry = {
    key,
    at: plan.entries.length,
    prefix,
    suffix,
    leads,
    kind: made.kind,
    order: made.order,
    rows: made.rows,
    slots: made.slots,
    names: made.names,
    node: made.node,
    uses: made.uses,
    exists: made.exists,
    root: made.root,
    whole: made.whole,
    fixed: made.fixed ?? never,
    deciding: made.deciding ?? noCase,
    present: made.present,
    lookup: made.lookup,
    judges: made.judges,
  };
  const kind = plan.kinds[made.kind]!;
  const last = kind.at(-1);
  if (last !== undefined && byPlace(last, entry) > 0) plan.mixed.add(made.kind);
  kind.push(entry);
  plan.entries.push(entry);
  if (made.root !== never) {
    plan.roots.push(entry);
    if (made.whole === undefined) plan.moving.push(entry);
  }
  if (leads && made.root !== never && made.kind !== KINDS.bill) plan.leading.push(entry);
  plan.byKey.set(key, entry);
  return entry;
}

/** Entries of a kind in the order of the document. */
export function inOrder(plan: TracePlan, kind: Kind): readonly Entry[] {
  if (plan.mixed.delete(kind)) plan.kinds[kind]!.sort(byPlace);
  return plan.kinds[kind]!;
}

function byPlace({ order: a }: Entry, { order: b }: Entry): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? -1;
    const y = b[i] ?? -1;
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return 0;
}

/** Where a definition stands in the model; of those with one id the first. */
export function placeOf(
  { program: { compiler } }: TracePlan,
  room: 'facts' | 'parameters' | 'series' | 'tables',
  id: string,
): number {
  const places = noted(compiler, `places/${room}`, () => {
    const made = new Map<string, number>();
    compiler.model[room].forEach((one, i) => {
      if (!made.has(one.id)) made.set(one.id, i);
    });
    return made;
  });
  return places.get(id)!;
}
