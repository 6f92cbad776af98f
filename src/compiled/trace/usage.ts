import type { Evaluation } from '../../model/evaluation.js';
import { nameOf } from '../../model/node-id.js';
import { faultIn } from '../../model/diagnostic.js';
import type { Batch } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { atPerson } from '../compiler/context.js';
import type { Program } from '../program.js';
import { isUnknownKey } from '../tables/key.js';
import { hitsOf } from '../tables/lookup.js';
import { KINDS, type Asked, type Entry } from './entry.js';
import { planOf } from './plan.js';
import { inOrder } from './planned.js';
import { longer } from './roster.js';
import { asksUsage } from './leads.js';

/** What the run read, levers and policy apart. */
export interface Usage {
  readonly bills: ReadonlySet<string>;
  /** Series whose last value a formula used. */
  readonly series: ReadonlySet<string>;
  readonly tables: readonly Evaluation['assumptions'][number][];
}

const NOTHING: Usage = { bills: new Set(), series: new Set(), tables: [] };
const ASKED: Asked = { level: 'full', levers: false, policy: false };

/** What a batch of one read, from everything that is told to what that read, and so on. */
export function usageOf(program: Program, batch: Batch): Usage {
  if (!asksUsage(program)) return NOTHING;
  const plan = planOf(program);
  const width = Math.max(batch.persons, 1);
  let seen = new Uint8Array(plan.entries.length * width);
  const bills = new Set<string>();
  const series = new Set<string>();
  const visit = (entry: Entry, row: number): void => {
    const at = entry.at * width + row;
    if (!entry.leads || seen[at] === 1) return;
    // entries may be added on the way
    if (at >= seen.length) seen = longer(seen, at);
    seen[at] = 1;
    if (entry.kind === KINDS.bill)
      bills.add(`${entry.prefix.slice('bill/'.length)}${atPerson(batch, entry.rows, row)}`);
    else if (entry.kind === KINDS.series) series.add(entry.key.split('/')[1] ?? '');
    entry.uses(batch, row, visit);
  };
  for (const entry of plan.leading) {
    const n = entry.rows === 'person' ? batch.persons : 1;
    for (let row = 0; row < n; row++) if (entry.exists(batch, row) && entry.root(batch, row, ASKED)) visit(entry, row);
  }
  const tables = new Map<string, Evaluation['assumptions'][number]>();
  for (const entry of inOrder(plan, KINDS.table)) {
    if (!entry.leads) continue;
    const n = entry.rows === 'person' ? batch.persons : 1;
    for (let row = 0; row < n; row++) if (seen[entry.at * width + row] === 1) unknownKeys(batch, entry, row, tables);
  }
  return { bills, series, tables: [...tables.values()] };
}

/** Keys that met an unknown where a row fits: assumptions, each name once. */
function unknownKeys(
  batch: Batch,
  entry: Entry,
  row: number,
  told: Map<string, Evaluation['assumptions'][number]>,
): void {
  const { lookup, prefix, suffix, rows } = entry;
  if (lookup === undefined || hitsOf(batch, lookup, row).length === 0) return;
  const unknown = lookup.sources.filter((_, i) => isUnknownKey(batch, lookup.keys[i]!, row));
  if (unknown.length === 0 || !canBeHad(batch, entry, row)) return;
  for (const source of unknown) {
    if (source.kind !== 'name') continue;
    const { ref } = source;
    if (ref.of === 'fact' && ref.id.startsWith('local.')) continue;
    const own = rows === 'person' && 'id' in ref && ref.id.startsWith('person.');
    const name = `${nameOf(ref)}${own ? atPerson(batch, 'person', row) : ''}`;
    if (!told.has(name))
      told.set(name, { name, value: 'unknown', node: `${prefix}${atPerson(batch, rows, row)}${suffix}` });
  }
}

/** A line that is left out may read what cannot be had: then nothing was assumed for it. */
function canBeHad(batch: Batch, { slots }: Entry, row: number): boolean {
  try {
    for (const slot of slots) {
      if (slot.kind === 'number') readExact(batch, slot, row);
      else if (slot.kind === 'word') slot.probe?.(batch, row);
    }
    return true;
  } catch (error) {
    faultIn(error);
    return false;
  }
}
