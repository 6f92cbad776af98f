import type { Need } from '../../model/needs.js';
import type { NumberSlot, Rows, StatusOf, TruthSlot } from '../machine/slots.js';
import type { Effect } from './effects.js';
import type { IndexFactor, ItemSlots } from './items.js';

/** One need with all that makes its lines. */
export interface Line {
  /** Place among the needs that exist in the month. */
  readonly at: number;
  readonly need: Need;
  readonly rows: Rows;
  readonly when: TruthSlot | null;
  /** There is a line: `when` holds, for a member, and nothing leaves it out. */
  readonly exists: TruthSlot;
  /** The amount as written, or null where there are items. */
  readonly amount: NumberSlot | null;
  readonly items: readonly ItemSlots[] | null;
  readonly parts: readonly { readonly id: string; readonly slot: NumberSlot }[] | null;
  /** Index of an amount. */
  readonly index: IndexFactor | null;
  /** The amount or items, indexed, × months / 12. */
  readonly base: NumberSlot;
  /** What `scales` multiplies by; null where it does not. */
  readonly presence: NumberSlot | null;
  readonly effects: readonly Effect[];
  /** The exact value before rounding; the base itself where nothing changes it. */
  readonly value: NumberSlot;
  /** Rounded, in steps. */
  readonly reference: NumberSlot;
  /** After bills and judgements, in steps. */
  readonly paid: NumberSlot;
  readonly status: StatusOf;
  /** Weakest of the prices or of the amount. */
  readonly priceStatus: StatusOf;
}

/** A line before it has columns of its own. */
export type Parsed = Pick<
  Line,
  'need' | 'rows' | 'when' | 'amount' | 'items' | 'parts' | 'index' | 'base' | 'presence' | 'effects'
>;
