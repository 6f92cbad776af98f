import type { WhatIf } from '../../comparison/what-if/what-if.js';
import type { Pack } from '../../model/pack.js';
import { labelOf, nameWords, valueWords } from '../words/names.js';
import { voiceOf, type Voice } from '../words/voice.js';
import { comparisonParts, type ComparisonOptions } from './comparison-sheet.js';
import { paragraph, type Sheet } from './sheet.js';

/** What a change would do: what is tried, what follows from it, then the differences. */
export function whatIfSheet(tried: WhatIf, pack: Pack, options: ComparisonOptions): Sheet {
  const { month } = tried.comparison.right;
  const voice = voiceOf(pack, options.lang, month);
  return [
    { kind: 'title', text: voice.say('what-if.title'), beside: voice.month(month) },
    ...tried.changes.map((change) => paragraph(changeWords(voice, change))),
    ...tried.notAsked.map((name) => paragraph(voice.say('what-if.not-asked', { name: nameWords(voice, name) }))),
    ...tried.follows.map(({ bill, before, after }) =>
      paragraph(
        voice.say('what-if.follows', {
          label: labelOf(voice, bill),
          before: valueWords(voice, '', before),
          after: valueWords(voice, '', after),
        }),
      ),
    ),
    ...comparisonParts(voice, tried.comparison, options),
  ];
}

function changeWords(voice: Voice, { name, value }: WhatIf['changes'][number]): string {
  const words = nameWords(voice, name);
  const values = { name: words, value: valueWords(voice, name, value) };
  return voice.say(/\?(?: \([^)]*\))?$/.test(words) ? 'what-if.answer' : 'what-if.change', values);
}
