import type { Assessment } from '../../assessment/document.js';
import type { Widths } from '../words/columns.js';
import type { Voice } from '../words/voice.js';

/** What every part of the printed balance needs. */
export interface Page {
  readonly voice: Voice;
  readonly assessment: Assessment;
  readonly width: number;
  /** Baskets unfolded into their lines. */
  readonly lines: boolean;
}

/** Two columns of money, and a third for a word. */
export const MONEY: Widths = [14, 14];
export const MONEY_AND_WORD: Widths = [14, 14, 14];
