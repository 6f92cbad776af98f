import { readTruth } from '../machine/batch.js';
import { statusAt } from '../machine/statuses.js';
import type { Line } from './line.js';
import { NO_STATUS, YES, type StatusOf } from '../machine/slots.js';

/** The weakest status of some lines of a household. */
export function lineStatusIn(lines: readonly Line[]): StatusOf {
  return (batch, h) => {
    let weakest = NO_STATUS;
    for (const { rows, exists, status } of lines) {
      const first = rows === 'household' ? h : batch.start[h]!;
      const end = rows === 'household' ? h + 1 : first + batch.members[h]!;
      for (let row = first; row < end; row++)
        if (readTruth(batch, exists, row) === YES) weakest = Math.max(weakest, statusAt(batch, status, row));
    }
    return weakest;
  };
}
