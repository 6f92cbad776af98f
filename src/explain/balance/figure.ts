import { heading, row } from '../words/columns.js';
import { labelOf, quantityWords } from '../words/names.js';
import type { Page } from './page.js';

/** Totals and figures of the pack: printed, in no sum. */
export function figurePart({ voice, assessment, width }: Page): string[] {
  if (assessment.figures.length === 0) return [];
  const widths = [28];
  const out = heading(width, voice.say('figures.title'));
  for (const figure of assessment.figures) {
    const text =
      figure.value === null
        ? voice.say('value.unknown')
        : figure.kind === 'total'
          ? voice.money(figure.value)
          : quantityWords(voice, figure.value, figure.unit ?? '');
    out.push(...row(width, 2, labelOf(voice, figure.id), [text], widths));
  }
  return out;
}
