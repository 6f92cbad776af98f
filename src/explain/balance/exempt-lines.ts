import type { Assessment } from '../../assessment/document.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { reasonOf } from '../words/reason.js';
import type { Voice } from '../words/voice.js';

/** Why an income counts less than is received, a sentence each, where the pack says why. `told` names a line as its reader knows the persons. */
export function exemptLines(
  voice: Voice,
  { incomes }: Assessment,
  told: (id: string) => string = (id) => id,
): readonly string[] {
  return incomes.lines
    .filter(({ exempt }) => !isZero(exempt))
    .flatMap(({ id }) => {
      const reason = reasonOf(voice, told(id));
      return reason === null ? [] : [voice.say('pair', { left: labelOf(voice, told(id)), right: reason })];
    });
}
