import type { Money } from './value.js';

/** What a lever adds to the balance, a month and as a sum that comes once. */
export interface Gain {
  readonly month: Money;
  readonly once: Money;
}

/** A right or way out. `may`: it can be tried; `ask`: somebody must say what is `missing`; `has`: taken already; `no`. */
export interface LeverLine {
  readonly id: string;
  readonly state: 'may' | 'ask' | 'has' | 'no';
  /** Members it would be tried for (`may`), else whose state it is; empty for a household lever. */
  readonly persons: readonly string[];
  readonly missing: readonly string[];
  /** null unless `may`. */
  readonly alone: Gain | null;
  readonly node: string;
}

/** One lever of the chain: what it gains on top of those before it, and the balance then. */
export interface ChainLink {
  readonly id: string;
  /** `left-out`: alone it would lower the balance; `opened`: became `may` on the way; `closed`: no longer `may` when its turn came. */
  readonly outcome: 'taken' | 'closed' | 'left-out' | 'opened';
  readonly gain: Gain | null;
  readonly balance: Money | null;
}

/** All levers, each by itself; in a chain, and what those taken give `together`. */
export interface Levers {
  readonly list: readonly LeverLine[];
  /** Only with `levers: 'chain'`. */
  readonly chain?: readonly ChainLink[];
  readonly together?: Gain & { readonly balance: Money };
}
