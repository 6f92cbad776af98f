import { prepared } from '../assessment/prepared.js';
import { mustRead } from '../household/read.js';
import type { Pack } from '../model/pack.js';
import type { MonthIndex } from '../model/value.js';
import { decidingFacts, hasUsualBills, largestBill, possibleCosts, undecidedFor } from './costs.js';
import { nextQuestions, type NextQuestions } from './next-questions.js';
import { definitionsInMonth } from '../model/definitions-in-month.js';
import { isSaidUnknown, sceneOf } from './unknowns.js';
import type { Program } from '../compiled/program.js';
import { countedBills } from '../model/counted-bills.js';
import type { Scene } from './possible/scene.js';
import { monthText } from '../calendar/month.js';

/** What has been gone through in this conversation and leaves no trace in the file. */
export interface Progress {
  /** Nobody else is in the household. */
  readonly persons: boolean;
  /** Nobody else lives here only part of the time. */
  readonly presence: boolean;
  /** Owners of incomes gone through; null = all, the list is complete. */
  readonly owners: number | null;
  /** Bills that were asked. */
  readonly bills: readonly string[];
  readonly costs: boolean;
}

/** What to ask now. */
export type Step =
  | { readonly kind: 'first-age' }
  | { readonly kind: 'next-person' }
  /** Members by id who may live here part of the time. */
  | { readonly kind: 'presence'; readonly persons: readonly string[] }
  | { readonly kind: 'fact'; readonly name: string }
  /** Whose incomes: a place among the members, null = the household's own; after the `last` the list is complete. */
  | { readonly kind: 'incomes'; readonly owner: number | null; readonly last: boolean }
  | { readonly kind: 'bill'; readonly id: string }
  /** Bills by id, a person's with `@id`. */
  | { readonly kind: 'costs'; readonly bills: readonly string[] }
  | { readonly kind: 'done'; readonly why: 'sign' | 'within' | 'nothing' };

export interface Agenda {
  readonly step: Step;
  /** How far the balance is known; null before there is a household. */
  readonly known: NextQuestions | null;
  /** At the end: lines rest on usual amounts, since nobody named the bills that stand in for them. */
  readonly usual?: boolean;
}

/** What a conversation is held for. */
export interface Aim {
  /** A band below this width is near enough, in money. */
  readonly within: number;
  /** A policy whose own costs are asked as well. */
  readonly policy: string | null;
}

/**
 * The order of a conversation: the persons, who of them is here part of the time, what is required, their incomes, the largest bill (with what decides whether
 * there is one), other costs, then what is most useful, until the sign is certain or the band is below `within`.
 */
export function agendaOf(
  pack: Pack,
  input: Readonly<Record<string, unknown>>,
  month: MonthIndex,
  progress: Progress,
  { within, policy }: Aim,
): Agenda {
  const persons = input['persons'] as readonly Readonly<Record<string, unknown>>[] | undefined;
  if (persons === undefined || persons.length === 0) return { step: { kind: 'first-age' }, known: null };
  if (!progress.persons) return { step: { kind: 'next-person' }, known: null };
  const elsewhere = progress.presence ? [] : perhapsElsewhere(pack, persons);
  if (elsewhere.length > 0) return { step: { kind: 'presence', persons: elsewhere }, known: null };
  const required = requiredFact(pack, input, month);
  if (required !== null) return { step: { kind: 'fact', name: required }, known: null };
  const { program, reader } = prepared(pack.model, month, null);
  const household = mustRead(reader, input);
  if (!household.incomesComplete && progress.owners !== null) {
    const owners = incomeOwners(pack, month, household.members);
    const owner = owners[progress.owners];
    if (owner !== undefined)
      return { step: { kind: 'incomes', owner, last: progress.owners === owners.length - 1 }, known: null };
  }
  const known = nextQuestions(pack, input, { month: monthText(month), policy });
  const scene = sceneOf(pack.model, household);
  const bill = largestBill(program, scene);
  if (bill !== null && !progress.bills.includes(bill.id)) {
    const [first] = decidingFacts(scene, bill).filter((name) => known.questions.some((one) => one.name === name));
    return { step: first === undefined ? { kind: 'bill', id: bill.id } : { kind: 'fact', name: first }, known };
  }
  const counted = countedBills(pack.model, month, policy).map(({ id }) => id);
  const step = (progress.costs ? null : costsStep(program, scene, known, counted)) ?? ranked(known, within);
  return step.kind === 'done' ? { step, known, usual: hasUsualBills(program, scene) } : { step, known };
}

/**
 * The other costs, once it is known which of them a home like this has; those that hang on what nobody knows are not asked.
 * `counted`: what a policy alone counts.
 */
function costsStep(program: Program, scene: Scene, known: NextQuestions, counted: readonly string[]): Step | null {
  const possible = possibleCosts(program, scene);
  const undecided = possible.map((id) => ({ id, by: undecidedFor(scene, id) }));
  const [first] = undecided.flatMap(({ by }) => by).filter((one) => !isSaidUnknown(scene.household, one));
  if (first !== undefined) return { kind: 'fact', name: first.name };
  const bills = [
    ...undecided.filter(({ by }) => by.length === 0).map(({ id }) => id),
    ...known.costs.filter((id) => counted.includes(id)),
  ];
  return bills.length === 0 ? null : { kind: 'costs', bills };
}

function ranked(known: NextQuestions, within: number): Step {
  if (known.sign !== 'open') return { kind: 'done', why: 'sign' };
  const { lowest, highest } = known;
  if (lowest !== null && highest !== null && Number(highest) - Number(lowest) <= within)
    return { kind: 'done', why: 'within' };
  const [next] = known.questions;
  return next === undefined ? { kind: 'done', why: 'nothing' } : { kind: 'fact', name: next.name };
}

/** Children and others of whom nobody said how much they are here, where a need is counted by the days at home. */
function perhapsElsewhere(pack: Pack, persons: readonly Readonly<Record<string, unknown>>[]): string[] {
  if (!pack.model.needs.some(({ presence }) => presence === 'scales')) return [];
  return persons.flatMap((one, at) => {
    const asks = one['presence'] === undefined && one['role'] !== 'head' && one['role'] !== 'partner';
    return asks ? [idAt(one, at)] : [];
  });
}

const idAt = ({ id }: Readonly<Record<string, unknown>>, at: number): string =>
  typeof id === 'string' ? id : `p${at + 1}`;

/** Who may have an income: nobody is asked for what the pack has no kind of. */
function incomeOwners(pack: Pack, month: MonthIndex, members: number): readonly (number | null)[] {
  const kinds = [...definitionsInMonth(pack.model, month).incomes.values()];
  const has = (owner: 'person' | 'household'): boolean => kinds.some((kind) => kind.for === owner);
  return [...(has('person') ? Array(members).keys() : []), ...(has('household') ? [null] : [])];
}

/** The first fact without which no household is read. */
function requiredFact(pack: Pack, input: Readonly<Record<string, unknown>>, month: MonthIndex): string | null {
  for (const fact of definitionsInMonth(pack.model, month).facts.values()) {
    if (!fact.required || fact.builtIn || fact.applies !== null || fact.scope === 'local') continue;
    const names = [fact.id, fact.renamed ?? fact.id].map((id) => id.slice(fact.scope.length + 1));
    const isSilent = (said: Readonly<Record<string, unknown>> | undefined): boolean =>
      names.every((name) => said?.[name] === undefined);
    if (fact.scope !== 'person') {
      if (isSilent(input[fact.scope] as Record<string, unknown> | undefined)) return fact.id;
      continue;
    }
    const persons = input['persons'] as readonly Readonly<Record<string, unknown>>[];
    const at = persons.findIndex(isSilent);
    if (at >= 0) return `${fact.id}@${idAt(persons[at]!, at)}`;
  }
  return null;
}
