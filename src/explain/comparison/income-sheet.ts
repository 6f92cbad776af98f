import type { AidBesideWage, WageStep } from '../../comparison/incomes/aid-beside-wage.js';
import { difference } from '../../comparison/amounts.js';
import type { NeededIncome } from '../../comparison/incomes/needed-income.js';
import type { Pack } from '../../model/pack.js';
import type { Language } from '../language.js';
import { labelOf } from '../words/names.js';
import { isZero } from '../words/numbers.js';
import { voiceOf, type Voice } from '../words/voice.js';
import { chartLines } from './chart.js';
import { headingOf, paragraph, row, type Columns, type Sheet } from './sheet.js';

/** What one income does to the balance: the amount that is enough, then a table and a chart of whether work pays. */
export function incomeSheet(
  needed: NeededIncome,
  wage: AidBesideWage,
  pack: Pack,
  { lang }: { readonly lang: Language },
): Sheet {
  const voice = voiceOf(pack, lang, needed.month);
  const income = labelOf(voice, needed.income);
  return [
    { kind: 'title', text: voice.say('needed.title', { income }), beside: voice.month(needed.month) },
    headingOf(voice.say('needed.heading')),
    ...neededWords(voice, needed, income).map((text) => paragraph(text)),
    ...wageBlocks(voice, wage),
    { kind: 'drawing', lines: chartOf(voice, wage) },
    ...legend(voice, wage),
    paragraph(wageNotes(voice, wage).join(' '), 0),
  ];
}

/** How much is enough, in sentences: the answer first. */
export function neededWords(voice: Voice, needed: NeededIncome, income: string): readonly string[] {
  const { stays, first, balance, upTo } = needed;
  const values = { income, upTo: voice.money(upTo) };
  const before = first !== null && first !== stays ? [voice.say('needed.first', { amount: voice.money(first) })] : [];
  if (stays === null) return [voice.say('needed.none', values), ...before];
  if (isZero(stays)) return [voice.say('needed.nothing', values)];
  const jump =
    balance !== null && !isZero(balance) ? [voice.say('needed.jump', { balance: voice.money(balance) })] : [];
  return [
    voice.say('needed.amount', { ...values, amount: voice.money(stays) }),
    ...nowWords(voice, needed),
    ...jump,
    ...before,
  ];
}

/** How far today's amount is from it. */
function nowWords(voice: Voice, { given, stays }: NeededIncome): readonly string[] {
  if (given === null || stays === null) return [];
  const more = difference(stays, given);
  const key = more.startsWith('-') || isZero(more) ? 'needed.now-enough' : 'needed.now';
  return [voice.say(key, { now: voice.money(given), more: voice.money(more) })];
}

function wageBlocks(voice: Voice, wage: AidBesideWage): Sheet {
  const aided = wage.policy !== null;
  const widths = [...(needsMove(wage) ? [aided ? 12 : 16] : []), ...(aided ? [12, 9, 11, 12, 9] : [16, 16])];
  const columns: Columns = { heads: wageHeads(voice, wage), widths };
  const title =
    wage.policy === null ? [] : [paragraph(voice.say('head.policy', { policy: labelOf(voice, wage.policy) }))];
  return [
    headingOf(voice.say('wage.title'), columns),
    ...title,
    ...wage.steps.map((step) => row(amountWords(voice, step), stepCells(voice, wage, step))),
  ];
}

/** Needs have a column where the income moves them; else a sentence says what they are. */
function needsMove({ steps }: AidBesideWage): boolean {
  return new Set(steps.map(({ need }) => need)).size > 1;
}

/** What is told below the table. */
export function wageNotes(voice: Voice, wage: AidBesideWage): readonly string[] {
  const [first] = wage.steps;
  const same =
    first === undefined || needsMove(wage) ? [] : [voice.say('wage.same', { amount: voice.money(first.need) })];
  return [...same, voice.say('wage.note')];
}

/** Heads of the table of amounts; those of the policy are there where it is. */
export function wageHeads(voice: Voice, wage: AidBesideWage): string[] {
  const { policy } = wage;
  const needs = needsMove(wage) ? (['need'] as const) : [];
  const alone = [...needs, 'balance' as const, 'kept' as const].map((key) => voice.say(`wage.${key}`));
  const aided = (['pays', 'with', 'kept-with'] as const).map((key) => voice.say(`wage.${key}`));
  return policy === null ? alone : [...alone, ...aided];
}

export function amountWords(voice: Voice, { amount }: Pick<WageStep, 'amount'>): string {
  return voice.number(amount.replace(/\.00$/, ''));
}

export function stepCells(voice: Voice, wage: AidBesideWage, { need, balance, kept, withAid }: WageStep): string[] {
  const step = (value: string | null | undefined): string => (value == null ? '' : voice.number(value));
  const cells = [...(needsMove(wage) ? [voice.number(need)] : []), voice.number(balance), step(kept)];
  const more = withAid === null ? [] : [voice.number(withAid.pays), voice.number(withAid.balance), step(withAid.kept)];
  return [...cells, ...more];
}

const ALONE = '●';
const AIDED = '○';

function chartOf(voice: Voice, { steps }: AidBesideWage): string[] {
  const aided = steps.map(({ withAid }) => withAid?.balance ?? null).filter((balance) => balance !== null);
  const amounts = steps.map((step) => amountWords(voice, step));
  return chartLines(
    {
      lines: [
        ...(aided.length === 0 ? [] : [{ sign: AIDED, values: aided.map(Number) }]),
        { sign: ALONE, values: steps.map(({ balance }) => Number(balance)) },
      ],
      bottom: [amounts[0] ?? '', amounts[Math.floor(amounts.length / 2)] ?? '', amounts.at(-1) ?? ''],
      label: (value) => voice.number(String(Math.round(value))),
    },
    80,
  );
}

function legend(voice: Voice, { policy }: AidBesideWage): Sheet {
  const aided = policy === null ? [] : [paragraph(`${AIDED} ${voice.say('wage.legend-with')}`)];
  return [paragraph(`${ALONE} ${voice.say('wage.legend')}`), ...aided];
}
