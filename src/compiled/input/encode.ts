import { dateParts } from '../../calendar/month.js';
import type { Household, Paid, Person, Said } from '../../household/household.js';
import { literalBound, ULP } from '../machine/bounds.js';
import {
  type Batch,
  readError,
  readValue,
  writeError,
  writeState,
  writeTruth,
  writeValue,
  writeWord,
} from '../machine/batch.js';
import { forgetExact } from '../machine/exact-values.js';
import { placesSaid, SAID } from '../machine/decimal-places.js';
import { endsWithin, monthFraction } from '../machine/fractions.js';
import { say, sayPlaces, unsay } from '../machine/said.js';
import { wordCode } from '../compiler/compiler.js';
import { monthOf, timesAYear, yearOf } from '../lines/incomes.js';
import { doubleOf, numOf, whole, type Num } from '../machine/nums.js';
import type { Input, Program } from '../program.js';
import { hear, hush, openIncomes } from './silence.js';
import { KNOWN, YES, type NumberSlot } from '../machine/slots.js';
import { exactSteps } from '../compiler/steps.js';

/** Reads households into the columns of a batch; everything said before is gone. */
export function encode(program: Program, batch: Batch, households: readonly Household[]): void {
  const target = batch as { households: readonly Household[] };
  target.households = households;
  batch.count = households.length;
  let row = 0;
  for (let h = 0; h < households.length; h++) {
    const { persons, members } = households[h]!;
    batch.start[h] = row;
    batch.members[h] = members;
    for (let p = 0; p < persons.length; p++, row++) {
      batch.household[row] = h;
      batch.isMember[row] = p < members ? 1 : 0;
    }
  }
  batch.start[households.length] = row;
  batch.persons = row;
  batch.rows[0] = batch.count;
  batch.rows[1] = row;
  forget(program, batch);
  for (let h = 0; h < households.length; h++) encodeOne(program, batch, households[h]!, h);
}

/** Nothing is left of a run before. */
function forget(program: Program, batch: Batch): void {
  forgetExact(batch);
  unsay(batch);
  batch.failed = false;
  batch.before = null;
  if (batch.patches.size > 0) batch.patches.clear();
  if (batch.linePatches.size > 0) batch.linePatches.clear();
  for (const column of batch.billNums) if (column.length > 0) column.length = 0;
  hush(program, batch);
  openIncomes(program, batch);
}

function encodeOne(program: Program, batch: Batch, household: Household, h: number): void {
  const first = batch.start[h]!;
  for (let p = 0; p < household.persons.length; p++) encodePerson(program, batch, household.persons[p]!, first + p);
  encodeFacts(program, batch, household.facts, h);
  for (const one of household.incomes) {
    const kind = program.incomeOf.get(one.kind);
    if (kind === undefined) continue;
    const row = one.of === null ? h : first + one.of;
    addPaid(program, batch, one, one.times, row, kind.month);
    hear(batch, kind.listed);
    writeTruth(batch, kind.listed, row, YES);
  }
  for (const one of household.bills) {
    const bill = program.billOf.get(one.bill);
    if (bill === undefined) continue;
    addPaid(program, batch, one, null, one.of === null ? h : first + one.of, bill.raw);
  }
  if (household.overrides.length > 0) encodeOverrides(program, batch, household, h);
}

/** A month of something paid, added to what is there. */
function addPaid(
  program: Program,
  batch: Batch,
  paid: Paid,
  times: string | null,
  row: number,
  slot: NumberSlot,
): void {
  const often = timesAYear(program.compiler, paid, times);
  const amount = Number(paid.amount);
  let value = amount;
  let error = literalBound(paid.amount, amount);
  if (often !== '12') {
    const factor = Number(often);
    value = (amount * factor) / 12;
    error = Math.abs(value) * ULP * 6;
  }
  sayPlaces(batch, often === '12' ? placesSaid(paid.amount) : placesOfMonth(paid, often));
  const sum = readValue(batch, slot, row) + value;
  const carried = readError(batch, slot, row) + error;
  const bound = carried === 0 && Number.isInteger(sum) ? 0 : carried * (1 + ULP) + Math.abs(sum) * ULP;
  hear(batch, slot);
  writeValue(batch, slot, row, sum);
  writeError(batch, slot, row, bound);
  writeState(batch, slot, row, KNOWN);
}

/** A twelfth of a year often has no end. */
function placesOfMonth(paid: Paid, often: string): number {
  const month = monthFraction(paid, often);
  return month !== null && endsWithin(month, SAID) ? SAID : Infinity;
}

function encodePerson(program: Program, batch: Batch, person: Person, row: number): void {
  writeValue(batch, program.age, row, monthsOld(program, person));
  encodeFacts(program, batch, person.facts, row);
}

/** From a birth date, 12 × years + months, less 1 if the birth day is after the 1st; from years, with the pack's months. */
function monthsOld(program: Program, person: Person): number {
  if ('years' in person.age) return person.age.years * 12 + program.assumeMonths;
  const born = dateParts(person.age.born);
  if (born === null) throw new Error('the birth date was not checked');
  return program.month - (born.year * 12 + born.month - 1) - (born.day > 1 ? 1 : 0);
}

function encodeFacts(program: Program, batch: Batch, facts: Readonly<Record<string, Said>>, row: number): void {
  for (const id in facts) {
    const said = facts[id];
    const input = program.inputOf.get(id);
    if (said === null || said === undefined || input === undefined) continue;
    setSaid(program, batch, input, said, row);
  }
}

/** A fact as said; ages in years become months, dates months. */
export function setSaid(program: Program, batch: Batch, input: Input, said: string, row: number): void {
  const { slot } = input;
  hear(batch, slot);
  if (slot.kind === 'word') {
    writeWord(batch, slot, row, wordCode(program.compiler, said));
    return;
  }
  const value = numberSaid(input.type, said);
  writeValue(batch, slot, row, value);
  writeError(batch, slot, row, slot.whole ? 0 : literalBound(said, value));
  writeState(batch, slot, row, KNOWN);
  if (!slot.whole) say(batch, slot.column, row, said);
}

function numberSaid(type: Input['type'], said: string): number {
  if (type === 'date' || type === 'month') {
    const parts = dateParts(said);
    if (parts === null) throw new Error(`${said} was not checked`);
    return parts.year * 12 + parts.month - 1;
  }
  return type === 'age' ? Number(said) * 12 : Number(said);
}

/** A value set from a run before: exact, not said. */
export function setNumber(batch: Batch, slot: NumberSlot, value: Num, row: number): void {
  const double = doubleOf(value);
  hear(batch, slot);
  writeValue(batch, slot, row, double);
  writeError(batch, slot, row, Number.isInteger(double) && value.value.eq(double) ? 0 : Math.abs(double) * ULP);
  writeState(batch, slot, row, KNOWN);
  say(batch, slot.column, row, value);
}

function encodeOverrides(program: Program, batch: Batch, household: Household, h: number): void {
  for (const override of household.overrides) {
    const row = override.of === null ? h : batch.start[h]! + override.of;
    if (override.line !== null && override.paid !== null) {
      const line = program.lines.find(({ need }) => need.id === override.line);
      if (line === undefined) continue;
      const c = program.compiler;
      const month = monthOf(c, override.paid);
      const patch = { row, steps: exactSteps(c, month), month, year: yearOf(c, override.paid) };
      batch.linePatches.set(line.at, [...(batch.linePatches.get(line.at) ?? []), patch]);
    } else if (override.name !== null && override.is !== null)
      encodeNamed(program, batch, override.name, override.is, row);
  }
}

function encodeNamed(program: Program, batch: Batch, name: string, is: string, row: number): void {
  const input = program.inputOf.get(name);
  if (input !== undefined) {
    setSaid(program, batch, input, is, row);
    return;
  }
  const derived = program.derived.find((one) => one.derived.id === name);
  if (derived === undefined) return;
  const { arena } = program.compiler;
  const { type } = derived.derived;
  const wordy = derived.final.kind === 'word';
  const num = wordy
    ? null
    : type === 'age' || type === 'date' || type === 'month'
      ? whole(arena, numberSaid(type, is))
      : numOf(arena, is);
  const patch = { row, word: wordy ? wordCode(program.compiler, is) : 0, num };
  batch.patches.set(derived.final.id, [...(batch.patches.get(derived.final.id) ?? []), patch]);
}
