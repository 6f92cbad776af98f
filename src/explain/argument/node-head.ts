import type { Derivation } from './argument.js';
import { nameWords, quantityWords, valueWords } from '../words/names.js';
import { nodeName } from './trace-index.js';
import type { Voice } from '../words/voice.js';

/** `Daily food (anna) = €199.38  [food.daily@anna]`. */
export function headWords(voice: Voice, one: Derivation): string {
  const { id, node } = one;
  const { prefix, name, person, asOf } = nodeName(id);
  const shown = person === null ? name : `${name}@${person}`;
  const key = asOf === null ? shown : `${shown}, ${voice.month(asOf)}`;
  const label = labelFor(voice, prefix, shown);
  const head = `${label} = ${valueFor(voice, one)}`;
  // The key under which it can be asked for, unless the label is that key already.
  const known = asOf === null && label.includes(shown);
  const plain = known || node.kind === 'total' ? '' : `  [${key}]`;
  return `${head}${plain}`;
}

function labelFor(voice: Voice, prefix: string, shown: string): string {
  if (prefix === 'total' && (shown === 'need' || shown === 'income' || shown === 'balance'))
    return voice.say(`sum.${shown}`);
  if (prefix === 'when') return voice.say('why.condition', { label: nameWords(voice, shown) });
  if (prefix === 'aid-line') return voice.say('why.aid-line', { label: nameWords(voice, shown) });
  if (prefix === 'aid') return voice.say('sum.aid');
  if (prefix === 'incomes') return voice.say('name.incomes', { tag: shown.replace(/^\w+\./, '') });
  if (prefix === 'income') return nameWords(voice, `person.income.${shown.replace(/@household$/, '')}`);
  return nameWords(voice, shown);
}

function valueFor(voice: Voice, { node, name, value }: Derivation): string {
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
      return value === null ? voice.say('value.unknown') : voice.money(value);
    case 'fact':
      if (node.origin === 'none') return voice.say('value.none');
      return valueWords(voice, name, value);
    case 'aggregate':
      return valueWords(voice, name, value);
    default:
      if (value !== null && node.unit !== undefined) return quantityWords(voice, value, node.unit);
      return valueWords(voice, name, value);
  }
}
