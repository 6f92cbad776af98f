import { totalsOf } from '../../compiled/totals/totals.js';
import type { Program } from '../../compiled/program.js';
import { signOf } from '../../dialogue/band.js';
import { partsOf, type Part } from '../../dialogue/parts.js';
import { add, literal, type Span } from '../../dialogue/possible/interval.js';
import { keyOf, narrowed, type Scene } from '../../dialogue/possible/scene.js';
import { span, type Class } from '../../dialogue/unknown.js';
import type { Household } from '../../household/household.js';
import type { Money } from '../../model/value.js';
import type { Income } from '../../model/needs.js';
import { definitionsInMonth } from '../../model/definitions-in-month.js';
import type { Stretch } from './zero.js';

/** One income of a household that is otherwise as said. */
export interface Varied {
  readonly program: Program;
  /** With this income listed, at whatever amount. */
  readonly household: Household;
  readonly kind: Income;
  /** Index into the household's persons; null = the household's own. */
  readonly row: number | null;
}

/** What is known on a stretch: the income may be any of it, and nothing else is unknown. */
interface Known {
  readonly scene: Scene;
  /** What parts that hang on nothing of the stretch add to the balance, in steps. */
  readonly settled: Span;
  readonly moving: readonly Part[];
}

/** All incomes from one amount to another, in cents, with the bounds of the balance over each part of them. */
export function stretchOf(varied: Varied, from: number, to: number): Stretch {
  const scene = sceneFor(varied, from, to);
  return make(varied, from, to, { scene, settled: { lo: 0, hi: 0 }, moving: partsOf(scene) });
}

function make(varied: Varied, from: number, to: number, start: Known): Stretch {
  const { known, balance } = bounded(start);
  let halves: readonly [Stretch, Stretch] | null = null;
  const part = (low: number, high: number): Stretch =>
    make(varied, low, high, { ...known, scene: narrowed(known.scene, [[classOf(low, high)]]) });
  return {
    from,
    to,
    sign: signOf(balance),
    halves: () => {
      const middle = Math.floor((from + to) / 2);
      return (halves ??= [part(from, middle), part(middle + 1, to)]);
    },
    enough: () => computed(varied, from, to),
  };
}

/** The bounds of the balance; parts that no longer hang on the income are added up once for all shorter stretches. */
function bounded({ scene, settled, moving }: Known): { readonly known: Known; readonly balance: Span } {
  let [still, balance] = [settled, settled];
  const left: Part[] = [];
  for (const part of moving) {
    const possible = part.possible(scene);
    balance = add(balance, possible);
    if (possible.deps === 0n) still = add(still, possible);
    else left.push(part);
  }
  return { known: { scene, settled: still, moving: left }, balance };
}

function sceneFor({ program, household, kind, row }: Varied, from: number, to: number): Scene {
  const { model } = program;
  const classes = [classOf(from, to)];
  const unknown = { at: 0, name: kind.id, row, fact: null, income: kind, classes };
  return {
    model,
    month: household.month,
    definitions: definitionsInMonth(model, household.month),
    household,
    unknowns: new Map([[keyOf(`income ${kind.id}`, row), unknown]]),
    open: [classes],
    probes: [],
    probeOf: new Map(),
    memo: new Map(),
  };
}

const classOf = (from: number, to: number): Class => span(literal(plain(from)).lo, literal(plain(to)).hi);

/** The balance at every cent, as the compiled evaluator has it. */
function computed({ program, household, kind, row }: Varied, from: number, to: number): boolean[] {
  const others = household.incomes.filter((one) => one.kind !== kind.id || one.of !== row);
  const households = Array.from({ length: to - from + 1 }, (_, i): Household => {
    const entry = { kind: kind.id, of: row, amount: plain(from + i), period: 'month', times: null } as const;
    return { ...household, incomes: [...others, entry] };
  });
  return Array.from(totalsOf(program, households), ({ balance }) => balance >= 0);
}

export function money(cents: number): Money {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** Whole amounts without places: their bounds are exact. */
const plain = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : money(cents));
