import { Exact, money, plain, roundTo, snap } from '../../decimal/exact.js';
import { evaluationError } from '../../model/diagnostic.js';
import type { Need } from '../../model/needs.js';
import { adjusted } from './adjusted.js';
import { decisionOf, peek } from '../engine/condition.js';
import { evaluateNumber } from '../values/formula.js';
import { indexed } from './indexed.js';
import { itemsOf, validItems } from './item.js';
import { isLeftOut, untold } from './left-out.js';
import { kept, raised } from '../values/kept.js';
import { valueOf } from '../values/name.js';
import { partsOf } from './parts.js';
import { membersOrOnce, stateId } from '../persons.js';
import { ask, askFormula, type Gathering } from '../engine/questions.js';
import { readingsOf } from '../values/readings.js';
import { NOTHING, type Reads, type Run, type View } from '../run.js';
import type { Line, LinesInOrder, LineStep } from '../states.js';
import { asNumber, bounded, ONE, weakest, type NumberValue } from '../values/value.js';
import type { Status } from '../../model/value.js';

/** A line on its way: its exact value a month, and what was done to it. */
export interface Progress {
  readonly value: NumberValue;
  readonly steps: readonly LineStep[];
  readonly leftOut: boolean;
  readonly beyondEnd: boolean;
}

export function needView(run: Run, need: Need, person: number | null): View {
  const parts = need.parts === null ? {} : { parts: need.parts };
  return { run, person, month: null, undecided: 'open', owner: need.id, ...parts };
}

/** First whether a need exists at all. */
export function askNeed(run: Run, need: Need, into: Gathering): void {
  for (const person of membersOrOnce(run, need.for)) ask(need.when, needView(run, need, person), into);
}

/** Then, of the lines that are there, what is inside them. */
export function askLines(run: Run, need: Need, into: Gathering): void {
  for (const person of membersOrOnce(run, need.for)) {
    const view = needView(run, need, person);
    if (need.when !== null && peek(need.when, view).truth !== 'yes') continue;
    askFormula(need.amount, view, into);
    for (const part of need.parts ?? []) askFormula(part.value, view, into);
    for (const item of validItems(run, need)) {
      ask(item.when, view, into);
      for (const formula of [item.price, item.quantity, item.lasts]) askFormula(formula, view, into);
    }
  }
}

/** The lines of a need: amount or items → index → months → presence → adjustments → one rounding. */
export function computeNeed(run: Run, need: Need): void {
  for (const person of membersOrOnce(run, need.for)) {
    const view = needView(run, need, person);
    if (decisionOf(need.when, view).truth !== 'yes') continue;
    const id = stateId(run, need.id, person);
    const worked = kept(() => line(need, view, id));
    const leftOut = worked.fault !== null && isLeftOut(run, need.id, person);
    run.lines.set(id, leftOut ? untold(need, person, id, worked) : raised(worked));
  }
}

function line(need: Need, view: View, id: string): Line {
  const { run, person } = view;
  const items = need.items === null ? null : itemsOf(need, view, id);
  const parts = need.parts === null ? null : partsOf(view);
  const start = items === null ? amountOf(need, view, id) : items.start;
  const priceStatus = items === null ? start.value.status : weakest(items.list.map((one) => one.told.status.price));
  const atMonth = indexed(need, view, start, items?.list ?? null);
  let progress = atMonth.progress;
  if (need.months !== null) progress = timesFactor(progress, id, 'months', new Exact(need.months).div(12), NOTHING);
  if (need.presence !== null) progress = withPresence(progress, need, view, id);
  progress = adjusted(progress, run, need.id, person, id);
  if (!progress.leftOut && snap(progress.value.number).isNegative() && !snap(progress.value.number).isZero())
    throw evaluationError('line-below-zero', id, `${plain(progress.value.number)} is below 0`);
  const step = run.definitions.step;
  const reference = roundTo(progress.value.number, step);
  return {
    id,
    need,
    person,
    group: need.pays,
    steps: progress.leftOut ? progress.steps : [...progress.steps, roundStep(run, reference)],
    leftOut: progress.leftOut,
    exact: progress.value.number,
    reference,
    yearReference: roundTo(progress.value.number.mul(12), step),
    status: progress.value.status ?? 'given',
    priceSourced: priceStatus !== 'assumption',
    open: progress.value.open,
    items: items === null ? null : atMonth.items.map((one) => one.told),
    parts: parts?.map((part) => ({ id: part.id, month: part.value.number })) ?? null,
    priced:
      items === null
        ? need.priced === null
          ? []
          : [need.priced]
        : items.list.flatMap(({ item }) => item.priced ?? []),
    beyondEnd: progress.beyondEnd,
  };
}

function amountOf(need: Need, view: View, id: string): Progress {
  if (need.amount === null) throw new Error(`${id} has neither amount nor items`);
  const value = bounded(evaluateNumber(need.amount, view, id), id);
  const step = { step: 'amount', reads: () => readingsOf(need.amount, view), value: value.number };
  return { value, steps: [step], leftOut: false, beyondEnd: false };
}

const PRESENCE = { of: 'fact', id: 'person.presence' } as const;

/** Every line of a person passes here: what `scales` by the days at home, what is `full` by 1. */
function withPresence(progress: Progress, need: Need, view: View, id: string): Progress {
  const presence = asNumber(valueOf(PRESENCE, view), id);
  const reads: Reads = () => [{ ref: PRESENCE, view }];
  if (need.presence === 'full') return timesFactor(progress, id, 'presence', ONE, reads);
  return timesFactor(progress, id, 'presence', presence.number, reads, presence.status);
}

/** One factor on a line, with its step. */
export function timesFactor(
  progress: Progress,
  id: string,
  name: string,
  factor: Exact,
  reads: Reads,
  status: Status | null = null,
  open = false,
): Progress {
  const value = bounded(
    {
      state: 'number' as const,
      number: progress.value.number.mul(factor),
      open: progress.value.open || open,
      status: weakest([progress.value.status, status]),
    },
    id,
  );
  const step = { step: name, by: factor, reads, value: value.number };
  return { ...progress, value, steps: [...progress.steps, step] };
}

export function roundStep(run: Run, rounded: Exact): LineStep {
  return { step: 'round', by: run.model.pack.rounding, reads: NOTHING, value: rounded, money: true };
}

/** Money with the places of the pack's rounding. */
export function moneyText(run: Run, value: Exact): string {
  const { step, places } = run.definitions;
  return money(roundTo(value, step), places);
}

/** Read often: put in order again only when a line has come since. */
function inOrder(run: Run): LinesInOrder {
  if (run.inOrder.all.length === run.lines.size) return run.inOrder;
  const all = [...run.definitions.needs.keys()].flatMap((need) => linesOfNeed(run, need));
  run.inOrder = { all, kept: all.filter((line) => !line.leftOut) };
  return run.inOrder;
}

/** The lines there are, needs in the order of the model, members by place; those left out are not among them. */
export function linesOf(run: Run): readonly Line[] {
  return inOrder(run).kept;
}

/** The same with those an adjustment left out. */
export function allLines(run: Run): readonly Line[] {
  return inOrder(run).all;
}

/** The lines of one need, members by place. */
export function linesOfNeed(run: Run, id: string): Line[] {
  const need = run.definitions.needs.get(id);
  return membersOrOnce(run, need?.for ?? 'household')
    .map((person) => run.lines.get(stateId(run, id, person)))
    .filter((line) => line !== undefined);
}
