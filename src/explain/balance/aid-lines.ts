import type { Assessment } from '../../assessment/document.js';
import { labelOf, splitAt } from '../words/names.js';
import { reasonOf } from '../words/reason.js';
import type { Voice } from '../words/voice.js';
import { sexValue } from './notice-values.js';

/**
 * What the policy makes of lines, a sentence each, then the optional lines that it counts. Lines that follow one another for one
 * reason tell it once, after the last. `told` names a line or a rule as its reader knows the persons.
 */
export function aidLines(
  voice: Voice,
  assessment: Assessment,
  told: (id: string) => string = (id) => id,
): readonly string[] {
  const { lines = [], optionalCounted = [] } = assessment.aid ?? {};
  const sentences = lines.map((line) => {
    const { person } = splitAt(line.id);
    const sex = sexValue(assessment, person);
    // a rule that works on a person's line works for this person
    const rules = line.by.map((id) => told(person === null ? id : `${id}@${person}`));
    const reasons = rules.map((id) => reasonOf(voice, id, sex)).filter((text) => text !== null);
    const values = { label: labelOf(voice, told(line.id)), aid: voice.money(line.aid), need: voice.money(line.need) };
    return {
      text: voice.say(line.aid === line.need ? 'aid.same' : 'aid.line', values),
      because: reasons.join(' '),
    };
  });
  return [
    ...sentences.map(({ text, because }, at) =>
      because === '' || because === sentences[at + 1]?.because ? text : `${text} ${because}`,
    ),
    ...optionalCounted.map((line) =>
      voice.say('aid.counted', { label: labelOf(voice, told(line.id)), aid: voice.money(line.aid) }),
    ),
  ];
}
