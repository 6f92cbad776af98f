import type { Remark } from '../../dialogue/remarks.js';
import { warningWords } from '../balance/notice.js';
import { saidPersons } from '../said-persons.js';
import { capital } from '../words/capital.js';
import { wrap } from '../words/columns.js';
import { labelOf } from '../words/names.js';
import type { Voice } from '../words/voice.js';
import { personCalled } from './persons.js';

const WIDTH = 80;

type Said = Readonly<Record<string, unknown>>;

/** What is to be looked at again because of the answer to a question, and that `back` leads to that question: the last one, or one before. */
export function remarkLines(
  voice: Voice,
  input: Said,
  remarks: readonly Remark[],
  asked: string,
  isLast: boolean,
): string[] {
  return [
    ...remarks.flatMap((one) => wrap(`! ${remarkWords(voice, input, one)}`, WIDTH, 2, 4)),
    ...wrap(voice.say(isLast ? 'ask.again' : 'ask.again-earlier', { question: questionAlone(asked) }), WIDTH, 4),
  ];
}

/** Without what is said behind it of an empty line. */
const questionAlone = (asked: string): string => /^[^?]*\?/.exec(asked)?.[0] ?? asked;

function remarkWords(voice: Voice, input: Said, remark: Remark): string {
  const persons = new Map(saidPersons(input).map(({ id, said }) => [id, said]));
  const called = (id: string): string => (persons.has(id) ? personCalled(voice, input, id) : id);
  if (remark.kind === 'warning') {
    const { warning } = remark;
    return capital(warningWords(voice, { ...warning, names: warning.names.map(called) }));
  }
  const { id, person, count } = remark;
  const sex = person === null ? undefined : persons.get(person)?.['sex'];
  const values = {
    ...(person === null
      ? {}
      : { person: called(person), sex: typeof sex === 'string' && sex !== 'unknown' ? sex : 'other' }),
    ...(count === null ? {} : { count }),
  };
  const text = voice.words(id, 'text', undefined, values) ?? labelOf(voice, id);
  return person === null ? text : `(${called(person)}) ${text}`;
}
