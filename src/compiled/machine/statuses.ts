import type { Status } from '../../model/value.js';
import { STATUSES } from '../../model/value.js';
import type { Batch } from './batch.js';
import { NO_STATUS, type StatusOf } from './slots.js';

export const statusCode = (status: Status | undefined): number =>
  status === undefined ? NO_STATUS : STATUSES.indexOf(status);

/** Nothing weakens it further, so that nobody need ask the rest. */
const WEAKEST = STATUSES.length - 1;

/** The weaker of statuses, each known beforehand or read from a row. */
export function weakest(statuses: readonly StatusOf[]): StatusOf {
  let fixed = NO_STATUS;
  const read: ((batch: Batch, row: number) => number)[] = [];
  for (const status of statuses) {
    if (typeof status === 'number') fixed = Math.max(fixed, status);
    else read.push(status);
  }
  if (read.length === 0 || fixed === WEAKEST) return fixed;
  return (batch, row) => {
    let found = fixed;
    for (let i = 0; i < read.length && found < WEAKEST; i++) found = Math.max(found, read[i]!(batch, row));
    return found;
  };
}

export function statusAt(batch: Batch, status: StatusOf, row: number): number {
  return typeof status === 'number' ? status : status(batch, row);
}
