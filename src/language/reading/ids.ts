import { didYouMean } from '../../model/near.js';

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)*$/;
const WORD = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** First words with a meaning of their own; only facts and derived facts may begin with the first four. */
export const SCOPE_WORDS = ['person', 'household', 'dwelling', 'local'] as const;
const RESERVED_FIRST = ['bill', 'line', 'total', 'figure'];
const RESERVED_NAMES = [
  ...[
    'need',
    'income',
    'balance',
    'gap',
    'amount',
    'parts',
    'month',
    'min',
    'max',
    'round',
    'up',
    'down',
    'monthly',
    'yearly',
    'at',
  ],
];
export const NO_WORDS = ['yes', 'no', 'any', 'none', 'unknown', 'otherwise'];

/** Why a text is no id of a section, or null when it is one. */
export function idProblem(id: string, section: string): { message: string; hint: string } | null {
  if (!ID.test(id)) {
    return {
      message: `${id} is no id`,
      hint: 'Ids are lower-case words joined by hyphens and dots: food.daily-meals.',
    };
  }
  const first = id.split('.')[0] ?? '';
  if (RESERVED_NAMES.includes(id) || NO_WORDS.includes(id) || NO_WORDS.includes(first)) {
    return { message: `${id} is a reserved name`, hint: 'Choose another id.' };
  }
  if (RESERVED_FIRST.includes(first)) {
    return { message: `${first} is a reserved first word`, hint: `Choose an id that does not begin with ${first}.` };
  }
  const scoped = (SCOPE_WORDS as readonly string[]).includes(first);
  if (scoped && section === 'facts' && !id.includes('.'))
    return { message: `${id} is a reserved word`, hint: `Write ${id}.something.` };
  if (scoped && section !== 'facts' && section !== 'derive') {
    return { message: `${first} is a reserved first word`, hint: 'Only facts and derived facts begin with it.' };
  }
  if (scoped && /^(person|household)\.incomes?(\.|$)/.test(id)) {
    return { message: `${id} is a reserved name`, hint: 'Names that begin so are incomes.' };
  }
  if (section === 'facts' && !scoped) {
    return {
      message: `${id} has no scope`,
      hint: didYouMean(first, SCOPE_WORDS, `A fact begins with ${SCOPE_WORDS.join(', ')}.`),
    };
  }
  return null;
}

/** A word that may be a value of a fact. */
export function isValueWord(word: string): boolean {
  return WORD.test(word) && !NO_WORDS.includes(word);
}
