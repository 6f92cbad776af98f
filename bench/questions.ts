/**
 * `npm run bench:questions -- [HOUSEHOLDS] [--check]`: how many questions a conversation takes after incomes and rent until
 * the sign of the balance is certain, ranked and as the pack lists them, over random Belgian households (1,000 take about
 * half an hour). `--check` exits 1 above a median of 8, or where the ranking saves less than 40 % of it.
 */
import { monthIndex } from '../src/calendar/month.js';
import { nextQuestions } from '../src/dialogue/next-questions.js';
import { belgium } from '../src/packs/be.js';
import type { Pack } from '../src/model/pack.js';
import { dice as diceOf } from '../test/fixtures/dice.js';
import { askable, type Askable, type Truths } from './askable.js';
import { conversation } from './conversation.js';
import { computed, median, microseconds } from './measure.js';

const MONTH = '2024-06';
/** A sign is clear from this balance on, in cents of either side. */
const CLEAR = 300_00;
const MOST = 8;
const SAVED = 0.4;
/** The second figure takes a part of the households: it only shows which way the first one would move. */
const LEANING_PART = 5;

const pack = belgium as Pack;
const month = monthIndex(MONTH)!;
const count = Number(process.argv.slice(2).find((one) => !one.startsWith('--')) ?? 1000);
if (!Number.isInteger(count) || count < 1) {
  console.error('usage: npm run bench:questions -- [HOUSEHOLDS, a whole number from 1] [--check]');
  process.exit(2);
}

/** Nothing is said but who they are and where they live. */
const NEARLY_EMPTY = {
  persons: [
    { role: 'head', age: 36 },
    { role: 'partner', age: 38 },
    { role: 'child', age: 9 },
    { role: 'child', age: 4 },
  ],
  dwelling: { region: 'wallonia' },
  'incomes-complete': 'no',
};

interface Run {
  readonly ranked: readonly number[];
  readonly file: readonly number[];
  /** Computing time of the first ranking, in microseconds. */
  readonly first: readonly number[];
}

function run(truths: Truths, households: number): Run {
  const dice = diceOf(11);
  const found: { ranked: number; file: number; first: number }[] = [];
  while (found.length < households) {
    const next = askable(pack, month, dice, truths);
    if (Math.abs(next.balance) >= CLEAR) found.push(both(next));
  }
  return {
    ranked: found.map(({ ranked }) => ranked),
    file: found.map(({ file }) => file),
    first: found.map(({ first }) => first),
  };
}

function both(household: Askable): { ranked: number; file: number; first: number } {
  const ranked = conversation(pack, household, 'ranked');
  return { ranked: ranked.questions, file: conversation(pack, household, 'file').questions, first: ranked.first };
}

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
const saved = (ranked: number, file: number): number => (file === 0 ? 0 : 1 - ranked / file);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const line = (what: string, value: string, target = ''): void =>
  console.log(`${what.padEnd(52)} ${value.padStart(20)}  ${target}`.trimEnd());

/** The medians count a conversation that never ends as longer than any; the means leave it out in both orders. */
function report({ ranked, file, first }: Run): boolean {
  const ends = ranked.flatMap((one, i) => (Number.isFinite(one + file[i]!) ? [i] : []));
  const means = [ranked, file].map((list) => mean(ends.map((i) => list[i]!)));
  const medians = [median(ranked), median(file)] as const;
  const open = [...ranked.keys()].filter((i) => ranked[i]! > 0);
  line('questions, median, ranked', String(medians[0]), `<= ${MOST}`);
  line('  as the pack lists them', String(medians[1]));
  line('  saved by the ranking', percent(saved(...medians)), `>= ${percent(SAVED)}`);
  line('questions, mean, ranked', means[0]!.toFixed(1));
  line('  as the pack lists them', means[1]!.toFixed(1));
  line('  saved by the ranking', percent(saved(means[0]!, means[1]!)));
  line(
    'nine of ten need at most, ranked',
    String([...ranked].sort((a, b) => a - b)[Math.ceil(0.9 * ranked.length) - 1]),
  );
  line('certain without a question', `${ranked.length - open.length} of ${ranked.length}`);
  if (open.length > 0) {
    line('  median of the others, ranked', String(median(open.map((i) => ranked[i]!))));
    line('  as the pack lists them', String(median(open.map((i) => file[i]!))));
  }
  line('never certain, whatever is answered', `${ranked.filter((one) => one === Infinity).length} of ${ranked.length}`);
  line('CPU of the first ranking, median', `${(median(first) / 1000).toFixed(0)} ms`);
  return medians[0] <= MOST && saved(...medians) >= SAVED;
}

const before = computed();
nextQuestions(pack, NEARLY_EMPTY, { month: MONTH });
const cold = computed() - before;
const warm = microseconds(() => nextQuestions(pack, NEARLY_EMPTY, { month: MONTH }), { samples: 5 });
console.log('Nearly empty family of four');
line('CPU of the ranking, the first of the process', `${(cold / 1000).toFixed(0)} ms`);
line('CPU of the ranking, warm', `${(warm / 1000).toFixed(0)} ms`, '< 300 ms');

console.log(`\n${count} households, every answer as likely as any other`);
const isReached = report(run('even', count));
const part = Math.ceil(count / LEANING_PART);
console.log(`\n${part} households, two answers of three as the pack assumes`);
report(run('leaning', part));

if (process.argv.includes('--check') && !isReached) {
  console.error(`the ranking misses its target: a median of at most ${MOST}, ${percent(SAVED)} fewer than as listed`);
  process.exitCode = 1;
}
