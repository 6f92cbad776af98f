import { heading, row } from '../words/columns.js';
import type { FigureLine } from '../../model/evaluation.js';
import { labelOf, quantityWords } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import type { Voice } from '../words/voice.js';
import type { Page } from './page.js';

/** Totals and figures of the pack: printed, in no sum. One that is 0 says nothing of this household and is left out. */
export function figurePart({ voice, assessment, width }: Page): string[] {
  const figures = assessment.figures.filter(({ value }) => value === null || !isZero(value));
  if (figures.length === 0) return [];
  const widths = [28];
  const out = heading(width, voice.say('figures.title'));
  for (const figure of figures)
    out.push(...row(width, 2, labelOf(voice, figure.id), [figureWords(voice, figure)], widths));
  return out;
}

export function figureWords(voice: Voice, { kind, value, unit }: FigureLine): string {
  if (value === null) return voice.say('value.unknown');
  if (kind === 'total' || unit === voice.pack.model.pack.currency) return voice.money(value);
  return quantityWords(voice, value, unit ?? '');
}
