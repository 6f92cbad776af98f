import type { Slot } from './slots.js';
import type { Sum } from './sum.js';
import type { Writer } from './writer.js';

/** One thing to do for a batch: fills the columns of `writes` from those of `reads`. */
export interface Step {
  readonly reads: readonly Slot[];
  readonly writes: readonly Slot[];
  /** Writes what is to be done with the columns of a batch, once for all its runs. */
  readonly write: (to: Writer) => void;
  /** It looks at more than its columns (who lives together), or leaves something beside them: it is taken in every run. */
  readonly beyondColumns?: boolean;
  /** A sum of numbers times constants may be taken together with others. */
  readonly sum?: Sum | undefined;
}
