import type { Source } from '../../model/model.js';
import type { Place } from '../../model/pack.js';
import type { TraceNode } from '../../model/trace.js';
import type { Status } from '../../model/value.js';

/** Something that has a value: a node of the trace as words need it. */
export interface Named {
  /** Id of the trace node. */
  readonly id: string;
  /** Name as the files write it. */
  readonly name: string;
  readonly person: string | null;
  readonly value: string | null;
  readonly node: TraceNode;
  /** The weakest number it rests on; null where it rests on none. */
  readonly status: Status | null;
  readonly source: Source | null;
  readonly place: Place | null;
}
