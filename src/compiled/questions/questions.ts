import { isValid } from '../../model/model.js';
import type { Evaluation, OpenQuestion } from '../../model/evaluation.js';
import type { Adjustment, Policy } from '../../model/needs.js';
import { type Batch, readState, readTruth, readWord, rowsIn } from '../machine/batch.js';
import { noted } from '../compiler/compiler.js';
import { atPerson } from '../compiler/context.js';
import type { AskedFact } from '../inference/facts.js';
import type { Line } from '../lines/line.js';
import { missingOf, missingOfLine } from './missing.js';
import type { LineAt } from '../blocks/line-plans.js';
import type { Program } from '../program.js';
import { KNOWN, OPEN, UNDECIDED, WORD_UNKNOWN, YES, type Rows, type TruthSlot } from '../machine/slots.js';
import { stepsAt } from '../compiler/steps.js';
import { moneyOf, valueText } from '../compiler/text.js';

/** True where an asked fact was filled in. */
export function wasAssumed(batch: Batch, { raw, applies, assume }: AskedFact, row: number): boolean {
  if (assume === null) return false;
  if (applies !== null && readTruth(batch, applies, row) !== YES) return false;
  return raw.kind === 'word' ? readWord(batch, raw, row) === WORD_UNKNOWN : readState(batch, raw, row) !== KNOWN;
}

/** Asked facts that were filled in, then bills. */
export function assumedNames(
  program: Program,
  batch: Batch,
  readBills: ReadonlySet<string>,
): Evaluation['assumptions'][number][] {
  const c = program.compiler;
  const told: Evaluation['assumptions'][number][] = [];
  for (const asked of program.facts) {
    const { fact, rows, final } = asked;
    if (asked.assume === null || fact.builtIn || fact.scope === 'local') continue;
    for (let row = 0; row < rowsIn(batch, rows); row++) {
      if (!wasAssumed(batch, asked, row)) continue;
      const value = valueText(c, batch, final, fact.type, fact.unit, row);
      const name = `${fact.id}${atPerson(batch, rows, row)}`;
      if (value !== null) told.push({ name, value, node: `fact/${name}` });
    }
  }
  for (const { bill, rows, raw, final, assume } of program.bills) {
    if (assume === null) continue;
    const n = rows === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++) {
      const at = atPerson(batch, rows, row);
      if (readState(batch, raw, row) === KNOWN || !readBills.has(`${bill.id}${at}`)) continue;
      const value = moneyOf(c, stepsAt(c, batch, final, row));
      told.push({ name: `bill.${bill.id}${at}`, value, node: `bill/${bill.id}${at}` });
    }
  }
  return told;
}

const membersIn = (batch: Batch, rows: Rows): number => (rows === 'person' ? batch.members[0]! : 1);

/** An adjustment that may be undecided, with the lines it names. */
interface MayBeOpen {
  readonly adjustment: Adjustment;
  readonly when: TruthSlot;
  readonly lines: readonly Line[];
}

function mayBeOpen(program: Program, adjustments: readonly Adjustment[]): readonly MayBeOpen[] {
  return adjustments.flatMap((adjustment) => {
    if (adjustment.when === null || !isValid(adjustment, program.month)) return [];
    const when = program.compiler.made.get(adjustment.when);
    if (when?.kind !== 'truth' || !when.mayBeUndecided) return [];
    return [{ adjustment, when, lines: program.lines.filter(({ need }) => adjustment.on.includes(need.id)) }];
  });
}

/** Undecided adjustments that name a line which is there; a policy's with its id before. */
export function openAdjustments(program: Program, batch: Batch, policy: Policy | null): OpenQuestion[] {
  const all = noted(program.compiler, policy === null ? 'may be open' : `may be open ${policy.id}`, () =>
    mayBeOpen(program, (policy ?? program.model).adjustments),
  );
  const prefix = policy === null ? '' : `${policy.id}/`;
  const told: OpenQuestion[] = [];
  for (const { adjustment, when, lines } of all) {
    for (let row = 0; row < membersIn(batch, adjustment.for); row++) {
      if (readTruth(batch, when, when.rows === 'household' ? 0 : row) !== UNDECIDED) continue;
      if (!lines.some((line) => isThere(batch, line, adjustment.for, row))) continue;
      const id = `${prefix}${adjustment.id}${atPerson(batch, adjustment.for, row)}`;
      const missing = missingOf(program, batch, [adjustment.when], { rows: adjustment.for, row });
      told.push({ id, kind: 'adjustment', missing, node: `when/${id}` });
    }
  }
  return told;
}

function isThere(batch: Batch, line: Line, rows: Rows, row: number): boolean {
  if (rows === 'person' && line.rows === 'person') return readTruth(batch, line.exists, row) === YES;
  for (let i = 0; i < membersIn(batch, line.rows); i++) if (readTruth(batch, line.exists, i) === YES) return true;
  return false;
}

/** What could not be decided, with the questions to ask. */
export function openQuestions(program: Program, batch: Batch, lines: readonly LineAt[]): OpenQuestion[] {
  const told = openAdjustments(program, batch, null);
  for (const line of undecidedLines(program)) {
    openNeed(program, batch, line, told);
    openItems(program, batch, line, told);
  }
  for (const { notice, when } of program.notices) {
    for (let row = 0; row < membersIn(batch, notice.scope); row++) {
      if (readTruth(batch, when, row) !== UNDECIDED) continue;
      const id = `${notice.id}${atPerson(batch, notice.scope, row)}`;
      const missing = missingOf(program, batch, [notice.when], { rows: notice.scope, row });
      told.push({ id, kind: 'notice', missing, node: `when/${id}` });
    }
  }
  for (const { line, row } of lines) {
    if (!line.reference.stateful || readState(batch, line.reference, row) < OPEN) continue;
    const id = `${line.need.id}${atPerson(batch, line.rows, row)}`;
    told.push({ id, kind: 'line', missing: missingOfLine(program, batch, line, row), node: `line/${id}` });
  }
  return told;
}

/** Lines whose conditions, or those of their items, may be undecided. */
function undecidedLines({ compiler, lines }: Program): readonly Line[] {
  return noted(compiler, 'undecided lines', () =>
    lines.filter(
      ({ when, items }) =>
        when?.mayBeUndecided === true || (items ?? []).some((one) => one.when?.mayBeUndecided === true),
    ),
  );
}

function openNeed(program: Program, batch: Batch, line: Line, told: OpenQuestion[]): void {
  const { need, when, rows } = line;
  if (when === null || !when.mayBeUndecided) return;
  for (let row = 0; row < membersIn(batch, rows); row++) {
    if (readTruth(batch, when, row) !== UNDECIDED) continue;
    const id = `${need.id}${atPerson(batch, rows, row)}`;
    const missing = missingOf(program, batch, [need.when], { rows, row });
    told.push({ id, kind: 'need', missing, node: `when/${id}` });
  }
}

function openItems(program: Program, batch: Batch, line: Line, told: OpenQuestion[]): void {
  for (const { item, when } of line.items ?? []) {
    if (item.when === null || when?.mayBeUndecided !== true) continue;
    for (let row = 0; row < membersIn(batch, line.rows); row++) {
      if (readTruth(batch, line.exists, row) !== YES) continue;
      if (readTruth(batch, when, when.rows === 'household' ? 0 : row) !== UNDECIDED) continue;
      const id = `${line.need.id}/${item.id}${atPerson(batch, line.rows, row)}`;
      const missing = missingOf(program, batch, [item.when], { rows: line.rows, row });
      told.push({ id, kind: 'item', missing, node: `when/${id}` });
    }
  }
}

/** Notices that hold. */
export function noticesBlock(program: Program, batch: Batch): Evaluation['notices'] {
  const told: Evaluation['notices'][number][] = [];
  for (const { notice, when } of program.notices)
    for (let row = 0; row < membersIn(batch, notice.scope); row++) {
      if (readTruth(batch, when, row) !== YES) continue;
      const id = `${notice.id}${atPerson(batch, notice.scope, row)}`;
      told.push({ id, node: `when/${id}` });
    }
  return told;
}
