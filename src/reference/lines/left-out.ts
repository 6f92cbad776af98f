import type { Need } from '../../model/needs.js';
import { adjustmentsOn } from './adjustment.js';
import type { Run } from '../run.js';
import type { Line } from '../states.js';
import { raised, type Kept } from '../values/kept.js';
import { ZERO } from '../values/value.js';

/** An adjustment that holds removes the line. */
export function isLeftOut(run: Run, need: string, person: number | null): boolean {
  return adjustmentsOn(run, need, person).some(({ effects }) => effects.some(({ verb }) => verb === 'leave-out'));
}

/** A line that is left out and could not be worked out: only the trace, which tells its steps, meets the fault. */
export function untold(need: Need, person: number | null, id: string, worked: Kept<Line>): Line {
  return {
    id,
    need,
    person,
    group: need.pays,
    leftOut: true,
    exact: ZERO,
    reference: ZERO,
    yearReference: ZERO,
    status: 'given',
    priceSourced: false,
    open: false,
    items: null,
    parts: null,
    priced: [],
    beyondEnd: false,
    get steps() {
      return raised(worked).steps;
    },
  };
}
