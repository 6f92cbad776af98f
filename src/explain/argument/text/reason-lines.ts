import type { Reading, Reason } from '../reasons/reason-shape.js';
import { questionOf } from '../../words/names.js';
import { reasonOf } from '../../words/reason.js';
import { itemLine } from './items.js';
import { memberLines, withSource } from './members.js';
import { partWords } from './node-head.js';
import { farWords, MARKS, readingWords } from './reading-line.js';
import { stepLine } from './node-detail.js';
import { ruleTold } from './rule-lines.js';
import { personValues, type Telling } from './telling.js';
import type { Told } from './told.js';

/** A reason as a sentence or a short list; empty where a reader of this kind is told nothing. */
export function reasonTold(telling: Telling, reason: Reason, about: 'line' | 'other' = 'other'): readonly Told[] {
  const { voice, audience } = telling;
  switch (reason.kind) {
    case 'override': {
      const { by, reason: why, computed, money } = reason;
      // Free text is for the file; a family reads that somebody decided, and what would have been computed.
      const says = audience === 'family' ? voice.say('reason.by-hand') : voice.say('why.worker', { by, reason: why });
      const value = computed === null ? null : money ? voice.monthly(computed) : computed;
      return [told(says), ...(value === null ? [] : [told(voice.say('reason.computed', { value }))])];
    }
    case 'bill': {
      const values = { paid: voice.money(reason.paid), reference: voice.money(reason.reference) };
      return [told(voice.say(reason.used ? 'reason.bill' : 'reason.bill-unused', values))];
    }
    case 'left-out':
      return [told(voice.say('why-not.left-out'), because(telling, reason.by))];
    case 'tests': {
      const key =
        reason.holds === 'undecided' ? 'reason.undecided' : about === 'line' ? 'reason.counts' : 'reason.because';
      return [
        told(
          voice.say(key),
          reason.tests.flatMap((one) => readingTold(telling, one)),
        ),
      ];
    }
    case 'case':
      return caseTold(telling, reason);
    case 'from':
      return listTold(
        telling,
        'reason.from',
        reason.values.map((one) => withSource(telling, one)),
      );
    case 'members':
      return listTold(telling, 'reason.members', memberLines(telling, reason.values));
    case 'items':
      return [itemsTold(telling, reason)];
    case 'parts': {
      const parts = reason.parts.map(({ of, amount, minus, reasons }) => {
        const right = voice.money(minus ? `-${amount}`.replace('--', '') : amount);
        return told(
          voice.say('pair', { left: partWords(voice, of), right }),
          reasons.flatMap((one) => inner(telling, one)),
        );
      });
      const { others } = reason;
      const rest =
        others === null
          ? []
          : [told(voice.say('reason.others', { count: others.count, amount: voice.money(others.amount) }))];
      return [told(voice.say('reason.parts'), [...parts, ...rest])];
    }
    case 'factor':
      return [
        told(voice.say(`reason.${reason.step}`, { by: voice.number(reason.by, 4), share: voice.percent(reason.by) })),
      ];
    case 'adjusted':
      return [adjustedTold(telling, reason)];
    case 'origin':
      return [told(voice.say(`said.${reason.origin}`))];
    case 'open':
      return [told(voice.say('said.open'))];
    case 'counted': {
      if (/^0(\.0+)?$/.test(reason.exempt)) return [told(voice.say('reason.counted-all'))];
      const values = { given: voice.money(reason.given), counted: voice.money(reason.counted) };
      return [told(voice.say('reason.counted', values))];
    }
    case 'gain':
      return [told(voice.say('reason.gain', { amount: voice.money(reason.month) }))];
    case 'rule':
      return ruleTold(voice, reason.of, reason.months);
    case 'aid':
      return reason.steps.map(({ step, by, amount, share }) => {
        const factor = by === null || share !== null ? {} : { by: by.value };
        const line = stepLine(telling, { step, ...factor, value: amount });
        return told(share === null ? line : voice.say('reason.of-gap', { step: line, share: voice.percent(share) }));
      });
  }
}

function told(says: string, below: readonly Told[] = []): Told {
  return { says, below };
}

/** A test, how far it is from passing, and why what it reads is as it is. */
export function readingTold(telling: Telling, reading: Reading): readonly Told[] {
  const { voice } = telling;
  const far = farWords(voice, reading);
  const questions = reading.because.length > 0 ? [] : reading.questions;
  return [
    told(`${MARKS[reading.holds]} ${readingWords(voice, reading)}`, [
      ...(far === null ? [] : [told(`→ ${far}`)]),
      ...reading.because.flatMap((one) => inner(telling, one)),
      ...questions.map((name) => told(`→ ${voice.say('why-not.question', { question: questionOf(voice, name) })}`)),
    ]),
  ];
}

/** Reasons below another: the sentence that leads to a list goes without saying there. */
function inner(telling: Telling, reason: Reason): readonly Told[] {
  const lists = reasonTold(telling, reason);
  switch (reason.kind) {
    case 'tests':
    case 'parts':
      return lists.flatMap(({ below }) => below);
    case 'case':
      return telling.voice.words(reason.of, 'because', `value/${reason.number ?? ''}`) === null
        ? lists.flatMap(({ below }) => below)
        : lists;
    case 'from':
    case 'counted':
      return [];
    default:
      return lists;
  }
}

function caseTold(telling: Telling, reason: Extract<Reason, { kind: 'case' }>): readonly Told[] {
  const { voice } = telling;
  const { of, person, number, tests } = reason;
  const below = tests.flatMap((one) => readingTold(telling, one));
  const at = number === null ? null : `value/${number}`;
  const words = at === null ? null : voice.words(of, 'because', at, personValues(telling, person));
  // The pack's own words come first; the tests behind them are the details.
  if (words !== null) return [told(words, below)];
  if (below.length === 0) return [];
  return [told(voice.say(number === null ? 'reason.otherwise' : 'reason.because'), below)];
}

function listTold(
  { voice }: Telling,
  key: 'reason.from' | 'reason.members',
  lines: readonly string[],
): readonly Told[] {
  const [only, ...more] = lines;
  if (only === undefined) return [];
  if (more.length === 0) return [told(voice.say('pair', { left: voice.say(key), right: only }))];
  const words = voice.say(key);
  return [
    told(
      voice.say('reason.list', { words }),
      lines.map((line) => told(line)),
    ),
  ];
}

function itemsTold(telling: Telling, reason: Extract<Reason, { kind: 'items' }>): Told {
  const { voice } = telling;
  const { need, count, largest, others } = reason;
  const items = largest.map((item) => told(itemLine(telling, need, item)));
  const rest =
    others === null
      ? []
      : [told(voice.say('reason.others', { count: others.count, amount: voice.money(others.amount) }))];
  return told(voice.say(others === null ? 'reason.items' : 'reason.items-largest', { count }), [...items, ...rest]);
}

function adjustedTold(telling: Telling, { verb, amount, by }: Extract<Reason, { kind: 'adjusted' }>): Told {
  const { voice } = telling;
  const how =
    verb === 'scale'
      ? voice.say('reason.scale', { share: voice.percent(amount) })
      : voice.say(
          verb === 'increase' ? 'reason.increase' : verb === 'at-least' ? 'reason.at-least' : 'reason.at-most',
          { amount: voice.money(amount) },
        );
  const [first, ...more] = because(telling, by);
  return first === undefined ? told(how) : told(`${how} ${first.says}`, more);
}

/** The pack's own words for adjustments. */
function because(telling: Telling, ids: readonly string[]): readonly Told[] {
  return ids.flatMap((id) => {
    const person = id.includes('@') ? id.slice(id.lastIndexOf('@') + 1) : null;
    const words = reasonOf(telling.voice, id, personValues(telling, person));
    return words === null ? [] : [told(words)];
  });
}
