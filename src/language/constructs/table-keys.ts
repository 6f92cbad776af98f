import type { Hit } from '../../model/numbers.js';
import type { Context, Reader, TableSignature } from '../context.js';
import { resolveName } from '../values/resolve.js';
import type { Definition } from '../reading/definitions.js';
import type { Scalar } from '../reading/tree.js';
import { sameUnit, type Unit } from '../values/unit.js';

export const HITS = ['unique', 'first', 'lowest', 'highest', 'sum', 'slices'] as const;

export type Key = TableSignature['by'][number];

export function linkKeys(names: readonly Scalar[], reader: Reader): readonly Key[] | null {
  const keys = names.map((name): Key | null => {
    const found = resolveName(name.text, { ...reader, as: 'key' }, name.place);
    if (found === null || found.pending === true) return null;
    return { ref: found.ref, type: found.type, values: found.values, scope: found.scope };
  });
  return keys.includes(null) ? null : (keys as Key[]);
}

export function hitFits(
  { id, body, place }: Definition,
  hit: Hit,
  by: readonly Key[],
  itsUnit: Unit,
  context: Context,
): boolean {
  if (hit !== 'slices') return true;
  const last = by[by.length - 1];
  const name = (body.by as readonly Scalar[])[by.length - 1];
  if (last === undefined || name === undefined) return false;
  const signature = last.ref.of === 'table' ? null : resolvedUnit(last, context);
  if (last.type !== 'amount' || (signature !== null && !sameUnit(signature, itsUnit))) {
    context.report.error(
      'slices',
      name.place,
      `${id}: the last key of slices is an amount in the unit of the table`,
      `Give the table its unit, and make ${name.text} an amount.`,
    );
    return false;
  }
  if (body.gives === undefined) return true;
  context.report.error('slices', place, `${id}: slices give one result`, 'Take gives away.');
  return false;
}

function resolvedUnit(key: Key, context: Context): Unit | null {
  return 'id' in key.ref ? (context.signature(key.ref.id)?.unit ?? null) : null;
}
