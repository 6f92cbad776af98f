import type { Ref } from '../../model/expression.js';
import type { Signature } from '../context.js';

/** A name found: what it is and what is known of it. */
export interface Resolved extends Signature {
  readonly ref: Ref;
}

/** `told`: a finding was made. */
export type Found = Resolved | 'told' | null;
