/** `npm run bench`: one run, ratios beside absolute times; `-- --check` exits 1 below half of a ratio target. */
import { prepare } from '../src/assessment/assess.js';
import type { Assessment } from '../src/assessment/document.js';
import { monthIndex } from '../src/calendar/month.js';
import { evaluate } from '../src/compiled/evaluate.js';
import { compile } from '../src/compiled/compile.js';
import { totals, totalsOf } from '../src/compiled/totals/totals.js';
import { householdReader, mustRead } from '../src/household/read.js';
import type { HouseholdInput } from '../src/household/household-input.js';
import type { Lever } from '../src/model/needs.js';
import type { Model } from '../src/model/model.js';
import type { Pack } from '../src/model/pack.js';
import { compare } from '../src/comparison/compare.js';
import { why, whyNot } from '../src/explain/argument/why.js';
import { toHtml } from '../src/explain/formats.js';
import { belgium } from '../src/packs/be.js';
import { evaluateByReference } from '../src/reference/evaluate.js';
import { families, FAMILY, population } from './households.js';
import { microseconds, microsecondsBetween, microsecondsOf } from './measure.js';
import { freshProcesses } from './processes.js';
import { stockEngine } from './stock-engine.js';

const MONTH = '2024-06';
const month = monthIndex(MONTH)!;
const { model } = belgium;

/** The pack's levers, repeated under other names until there are twenty, so that the figure means what it says. */
function withTwentyLevers(source: Model): Model {
  const levers: Lever[] = Array.from({ length: 20 }, (_, i) => ({
    ...source.levers[i % source.levers.length]!,
    id: `lever-${i}`,
  }));
  return { ...source, levers };
}

const reader = householdReader(model, month, { keepInput: false });
const family = mustRead(reader, FAMILY);
const NONE = { policy: null, levers: 'none', trace: 'none' } as const;
const program = compile(model, month, null);
const twenty = compile(withTwentyLevers(model), month, null);
const batch = population(1000).map((household) => mustRead(reader, household));
const assessor = prepare(belgium as Pack<HouseholdInput>, { month: MONTH, levers: 'none', trace: 'none' });

const drain = (list: Iterable<unknown>): number => {
  let n = 0;
  for (const _ of list) n++;
  return n;
};

/** Another family each time, so that nothing is found ready that only this family would find ready. */
const others = families(64);
const read = others.map((household) => mustRead(reader, household));
let turn = 0;
const next = (): number => turn++ % others.length;

/** Microseconds a household. What it keeps in memory is gone when the others are measured, and theirs not there yet. */
function ofPopulation(count: number): { read: number; plain: number } {
  const plain = population(count);
  const many = plain.map((household) => mustRead(reader, household));
  return {
    read: microseconds(() => drain(totalsOf(program, many)), { samples: 5 }) / count,
    plain: microseconds(() => drain(assessor.totalsOf(plain)), { samples: 5 }) / count,
  };
}

const { read: fromHouseholds, plain: fromInput } = ofPopulation(20_000);
const one = microseconds(() => totals(program, family));
const lines = microseconds(() => assessor.assess(others[next()]!));
const trace = microseconds(() => evaluate(program, read[next()]!, { ...NONE, trace: 'full' }));
const full = prepare(belgium as Pack<HouseholdInput>, { month: MONTH, levers: 'none', trace: 'full' });
const later = prepare(belgium as Pack<HouseholdInput>, { month: '2025-06', levers: 'none', trace: 'full' });
const compared = microseconds(() => {
  const household = others[next()]!;
  return compare(belgium, full.assess(household), later.assess(household));
});
const pairs = others.map((household) => [full.assess(household), later.assess(household)] as const);
const atHand = microseconds(() => compare(belgium, ...pairs[next()]!));
/** Assessed before: what is measured is the answer. Each document is asked once, so that none finds what another question put in order. */
const answered = (ask: (document: Assessment) => unknown): number => {
  const documents = others.map((household) => askable.assess(household));
  const copy = (one: Assessment): Assessment =>
    Object.create(Object.getPrototypeOf(one) as object, Object.getOwnPropertyDescriptors(one)) as Assessment;
  return microseconds(() => ask(copy(documents[next()]!)));
};
const askable = prepare(belgium as Pack<HouseholdInput>, { month: MONTH, trace: 'full' });
const because = answered((one) => why(belgium, one, 'balance'));
/** A right that each of the four might have, for many reasons: the most that is tried. */
const notBecause = answered((one) => whyNot(belgium, one, 'supplement-wallonia'));
const again = microseconds(() => evaluate(program, family, { ...NONE, trace: 'full' }));
const levers = microsecondsBetween(
  () => evaluate(twenty, family, { ...NONE, levers: 'alone' }),
  () => evaluate(twenty, family, NONE),
);
const document = prepare(belgium as Pack<HouseholdInput>, { month: MONTH, trace: 'full' }).assess(FAMILY);
/** In bytes, so that the whole page is there. */
const html = microseconds(() => Buffer.from(toHtml(document, belgium, { lang: 'fr' })), { samples: 5 });
const compiling = microseconds(() => compile(model, month, null), { samples: 5 });
const inBatch = microseconds(() => drain(totalsOf(program, batch)), { samples: 5 }) / batch.length;
const reference = await microsecondsOf(() => evaluateByReference(model, family, NONE), 5);
const typical = batch.find((household) => household.members === 2)!;
const stock = stockEngine(belgium, typical);
const matching = await microsecondsOf(stock.run, 15);
const processes = freshProcesses();

interface Row {
  readonly what: string;
  readonly value: string;
  readonly target: string;
  /** Only for ratios: how much of the target is reached (1 = met). */
  readonly reached?: number;
}

const us = (value: number): string => `${value.toFixed(1)} µs`;
const rows: Row[] = [
  { what: 'prepare a month and policy', value: `${(compiling / 1000).toFixed(1)} ms`, target: '' },
  { what: 'totals, family of four', value: us(one), target: '< 50 µs' },
  { what: 'document with lines, a family of four each time', value: us(lines), target: '< 300 µs' },
  { what: 'full trace, hot, a family of four each time', value: us(trace), target: '< 1000 µs' },
  { what: '  the same family again', value: us(again), target: '' },
  { what: 'import in a fresh process', value: `${processes.imported.toFixed(0)} ms`, target: '' },
  { what: '  then prepare', value: `${processes.prepared.toFixed(0)} ms`, target: '' },
  {
    what: '  then the first assessment, full trace',
    value: `${processes.first.toFixed(1)} ms`,
    target: '< 10 ms',
  },
  {
    what: '  import, prepare and first assessment together',
    value: `${processes.all.toFixed(0)} ms`,
    target: '< 200 ms',
  },
  { what: '    the same without a trace', value: `${processes.untraced.toFixed(0)} ms`, target: '' },
  { what: 'report as HTML, both sheets', value: `${(html / 1000).toFixed(1)} ms`, target: '< 50 ms' },
  {
    what: 'compare two assessments at hand, a year apart',
    value: `${(atHand / 1000).toFixed(1)} ms`,
    target: '< 10 ms',
  },
  {
    what: '  both assessed first, with the full trace',
    value: `${(compared / 1000).toFixed(1)} ms`,
    target: '',
  },
  { what: 'why the balance is what it is', value: `${(because / 1000).toFixed(1)} ms`, target: '< 10 ms' },
  {
    what: 'why not a right of four persons, with the changes tried',
    value: `${(notBecause / 1000).toFixed(1)} ms`,
    target: '< 10 ms',
  },
  { what: '20 levers, alone', value: us(levers), target: '' },
  { what: '  as a multiple of totals', value: (levers / one).toFixed(2), target: '< 5', reached: 5 / (levers / one) },
  {
    what: 'population, from read households',
    value: `${Math.round(1e6 / fromHouseholds)} households/s`,
    target: '>= 80000',
  },
  { what: 'population, from plain input', value: `${Math.round(1e6 / fromInput)} households/s`, target: '>= 80000' },
  { what: 'reference evaluator, family of four', value: `${(reference / 1000).toFixed(1)} ms`, target: '' },
  { what: `stock json-rules-engine, matching ${stock.conditions} conditions`, value: us(matching), target: '' },
  {
    what: '  as a multiple of totals in a batch of 1000',
    value: (matching / inBatch).toFixed(0),
    target: '>= 150',
    reached: matching / inBatch / 150,
  },
  { what: 'refbudget assess, from the shell', value: `${processes.command.toFixed(0)} ms`, target: '< 800 ms' },
];

const flags = process.execArgv.length === 0 ? 'no flags' : process.execArgv.join(' ');
console.log(`Node ${process.version}, ${flags}; fresh processes and the command with none (docs/decisions.md, 113)`);
for (const { what, value, target } of rows) console.log(`${what.padEnd(52)} ${value.padStart(20)}  ${target}`);
if (process.argv.includes('--check')) {
  const missed = rows.filter((row) => row.reached !== undefined && row.reached < 0.5);
  for (const { what, value, target } of missed)
    console.error(`below half of the target: ${what.trim()}: ${value}, target ${target}`);
  if (missed.length > 0) process.exitCode = 1;
}
