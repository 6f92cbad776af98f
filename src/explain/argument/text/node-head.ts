import { labelOf, nameWords, quantityWords, splitAt, unitOf, valueWords } from '../../words/names.js';
import { reasonOf } from '../../words/reason.js';
import type { Voice } from '../../words/voice.js';
import type { Argument } from '../argument.js';
import type { Named } from '../named.js';
import { nodeName } from '../trace-index.js';
import type { Telling } from './telling.js';

/** `Daily food (anna): €199.38 a month  [food.daily@anna]`; without the key, under which it can be asked for, for a family. */
export function headWords({ voice, audience }: Telling, one: Named, key = shownAs(one)): string {
  const { id, node } = one;
  const { prefix, asOf } = nodeName(id);
  const shown = shownAs(one);
  const label = labelFor(voice, prefix, shown);
  const dated = asOf === null ? label : `${label}, ${voice.month(asOf)}`;
  const head = voice.say('pair', { left: dated, right: valueFor(voice, one) });
  // Needless where the label is that key already.
  const needless = label.includes(key) || node.kind === 'total' || audience === 'family';
  return needless ? head : `${head}  [${asOf === null ? key : `${key}, ${asOf}`}]`;
}

/** As `headWords`; of a condition by itself, whether what it is of applies. */
export function answerWords(telling: Telling, one: Named, key = shownAs(one)): string {
  const { voice, audience } = telling;
  const { node } = one;
  if (node.kind !== 'condition') return headWords(telling, one, key);
  const label = conditionLabel(voice, shownAs(one));
  const head = voice.say('pair', { left: label, right: voice.say(`applies.${node.value}`) });
  return audience === 'family' || label.includes(key) ? head : `${head}  [${key}]`;
}

/** As `headWords`, without the key: inside a sentence. */
export function namedWords(voice: Voice, one: Named): string {
  const { prefix } = nodeName(one.id);
  return voice.say('pair', { left: labelFor(voice, prefix, shownAs(one)), right: valueFor(voice, one) });
}

function shownAs({ name, person }: Named): string {
  return person === null ? name : `${name}@${person}`;
}

/** What was asked for: the label of its one name, else of the basket. */
export function targetWords({ voice }: Telling, { target, roots }: Argument): string {
  const names = new Set(roots.map(({ id }) => id.replace(/@.*$/, '')));
  const [first] = roots;
  if (first === undefined || names.size > 1) return labelOf(voice, splitAt(target).name);
  return roots.length === 1 ? askedFor(voice, first) : labelOfAll(voice, first);
}

/** The label of a name, whoever it is of. */
export const labelOfAll = (voice: Voice, one: Named): string => askedFor(voice, { ...one, person: null });

/** A condition is asked for by the name of what it is of. */
function askedFor(voice: Voice, one: Named): string {
  const { prefix } = nodeName(one.id);
  return prefix === 'when' ? conditionLabel(voice, shownAs(one)) : labelFor(voice, prefix, shownAs(one));
}

/** The label of a part of a sum: a node's id, or `basket/food`. */
export function partWords(voice: Voice, of: string): string {
  if (of.startsWith('basket/')) return labelOf(voice, of.slice('basket/'.length));
  const { prefix, name, person } = nodeName(of);
  return labelFor(voice, prefix, person === null ? name : `${name}@${person}`);
}

function labelFor(voice: Voice, prefix: string, shown: string): string {
  if (prefix === 'total' && (shown === 'need' || shown === 'income' || shown === 'balance'))
    return voice.say(`sum.${shown}`);
  if (prefix === 'when') return voice.say('why.condition', { label: conditionLabel(voice, shown) });
  if (prefix === 'aid-line') return voice.say('why.aid-line', { label: nameWords(voice, shown) });
  if (prefix === 'aid') return voice.say('sum.aid');
  if (prefix === 'incomes') return nameWords(voice, shown.replace('.', '.incomes.'));
  if (prefix === 'income') return nameWords(voice, `person.income.${shown.replace(/@household$/, '')}`);
  return nameWords(voice, shown);
}

/** What a condition is of; an adjustment is called by its reason, since it has no label. */
function conditionLabel(voice: Voice, shown: string): string {
  const label = nameWords(voice, shown);
  if (label !== shown && !label.startsWith(`${splitAt(shown).name} (`)) return label;
  const { name, person } = splitAt(shown);
  const reason = reasonOf(voice, name)?.replace(/\.$/, '') ?? voice.words(name, 'text')?.replace(/\.$/, '');
  // A text that speaks of the person names them itself.
  if (reason === undefined) return reasonOf(voice, shown)?.replace(/\.$/, '') ?? label;
  return person === null ? reason : `${reason} (${voice.who(person)})`;
}

/** A value in words, with its unit. */
export function valueFor(voice: Voice, { node, name, value }: Named): string {
  switch (node.kind) {
    case 'condition':
      return voice.say(`truth.${node.value}`);
    case 'lever':
      return voice.say(`state.${node.value}`);
    case 'line':
    case 'income':
    case 'total':
    case 'aid':
    case 'bill':
      return value === null ? voice.say('value.unknown') : voice.monthly(value);
    case 'fact':
      if (node.origin === 'none') return voice.say('value.none');
      return valueWords(voice, name, value);
    case 'aggregate':
      return measuredWords(voice, name, value, unitOf(voice, name));
    default:
      return measuredWords(voice, name, value, node.unit ?? unitOf(voice, name));
  }
}

function measuredWords(voice: Voice, name: string, value: string | null, unit: string): string {
  const number = value !== null && unit !== '' && /^-?\d+(?:\.\d+)?$/.test(value);
  return number ? quantityWords(voice, value, unit) : valueWords(voice, name, value);
}
