import { nameWords, quantityWords, valueWords } from '../../words/names.js';
import type { Voice } from '../../words/voice.js';
import type { Bound, Needed, Quantity } from '../reading-shape.js';
import type { Reading } from '../reasons/reason-shape.js';

export const MARKS = { yes: '✓', no: '✗', undecided: '?' } as const;

/** `Age (ann): 34 years (needed: at least 18 years)`, without what is asked where that goes without saying. */
export function readingWords(voice: Voice, reading: Reading): string {
  const { name, person, needed, holds } = reading;
  const label = nameWords(voice, person === null ? name : `${name}@${person}`);
  const value = measured(voice, reading);
  const question = /\?(?: \([^)]*\))?$/.test(label);
  const isNo = holds === 'yes' && reading.value === 'no';
  // "renting (needed: renting)" says it twice.
  const evident = holds === 'yes' && needed?.kind === 'one-of' && (!needed.not || isNo);
  if (needed === null || evident) {
    // A tick beside a bare "no" reads like a contradiction.
    const said = isNo ? voice.say('test.must-be', { value }) : value;
    return question ? `${label} ${said}` : voice.say('pair', { left: label, right: said });
  }
  const test = neededWords(voice, name, needed);
  return voice.say(question ? 'test.question' : 'test.line', { name: label, value, test });
}

function measured(voice: Voice, { name, value, unit }: Reading): string {
  if (value !== null && unit !== '' && /^-?\d+(?:\.\d+)?$/.test(value)) return quantityWords(voice, value, unit);
  return valueWords(voice, name, value);
}

/** What a test asks: "at least 18 years", "rented or owned", "anything but yes". */
function neededWords(voice: Voice, name: string, needed: Needed): string {
  if (needed.kind === 'one-of') {
    const list = voice.either(needed.values.map((value) => valueWords(voice, name, value)));
    return needed.not ? voice.say('need.not', { list }) : list;
  }
  const [first, second] = needed.bounds;
  const words =
    first?.is === 'from' && second?.is === 'to'
      ? voice.say('need.between', { from: limitWords(voice, name, first), to: limitWords(voice, name, second) })
      : voice.both(needed.bounds.map((one) => voice.say(`need.${one.is}`, { limit: limitWords(voice, name, one) })));
  return needed.not ? voice.say('need.not', { list: words }) : words;
}

function limitWords(voice: Voice, tested: string, { limit, name }: Bound): string {
  const value = limit === null ? null : boundWords(voice, tested, limit);
  if (name === null) return value ?? voice.say('value.unknown');
  const label = nameWords(voice, name);
  return value === null ? label : voice.say('need.named', { label, limit: value });
}

function boundWords(voice: Voice, tested: string, { value, unit }: Quantity): string {
  if (/^\d{4}-\d{2}$/.test(value)) return voice.month(value);
  return unit === '' ? valueWords(voice, tested, value) : quantityWords(voice, value, unit);
}

/** How far from passing: `87.36 € a month above the limit of 2,100 € a month`; null where nothing can be said. */
export function farWords(voice: Voice, { name, far }: Reading): string | null {
  if (far === null) return null;
  const { distance, direction, limit } = far;
  const values = {
    distance: boundWords(voice, name, distance),
    limit: boundWords(voice, name, limit),
  };
  if (!distance.unit.startsWith(voice.currency))
    return voice.say(direction === 'over' ? 'test.over' : 'test.short', values);
  return voice.say(direction === 'over' ? 'test.above-limit' : 'test.below-limit', values);
}
