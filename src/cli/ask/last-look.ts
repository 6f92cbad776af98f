import { wrap } from '../../explain/words/columns.js';
import { WIDTH } from './asked.js';
import { answerTo, type Questioner } from './question.js';

/** Where the last answer brought something to look at again, the conversation waits before it ends. */
export async function lastLook(questioner: Questioner): Promise<'silent' | 'back' | 'ended'> {
  const answer = await answerTo(questioner, null, {
    question: wrap(questioner.voice.say('ask.last-look'), WIDTH),
    hint: [],
    read: () => null,
    silent: [],
    empty: 'nothing',
    name: null,
  });
  return answer === 'back' || answer === 'ended' ? answer : 'silent';
}
