import type { Evaluation } from '../../model/evaluation.js';
import { type Batch, readState, readTruth, readWord } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { atPerson } from '../compiler/context.js';
import { monthOf } from '../lines/incomes.js';
import { computedNeed, isLineOf } from './lines.js';
import type { LineAt } from './line-plans.js';
import type { Program } from '../program.js';
import { NONE, UNKNOWN, WORD_NONE, YES, NO } from '../machine/slots.js';
import { exactSteps } from '../compiler/steps.js';
import { moneyOf, numberText, valueText } from '../compiler/text.js';
import { numOf, whole } from '../machine/nums.js';
import type { OverrideSaid } from '../../household/household.js';
import { dateParts } from '../../calendar/month.js';

type Told = Evaluation['overrides'][number];

/** A worker's judgements beside what was computed. */
export function overridesBlock(
  program: Program,
  batch: Batch,
  lines: readonly LineAt[],
  without: (id: string, row: number) => string | null,
): Told[] {
  const c = program.compiler;
  return batch.households[0]!.overrides.map((override): Told => {
    const { line, name, of, paid, reason, by } = override;
    const at = of === null ? '' : atPerson(batch, 'person', of);
    if (line !== null && paid !== null) {
      const there = lines.find((one) => isLineOf(one, line, of));
      const computed = there === undefined ? null : moneyOf(c, computedNeed(batch, there));
      return { target: `${line}${at}`, computed, is: moneyOf(c, exactSteps(c, monthOf(c, paid))), reason, by };
    }
    const id = name ?? '';
    return { target: `${id}${at}`, computed: without(id, of ?? 0), is: textOfName(program, id, override), reason, by };
  });
}

/** A value as said of a name. */
function textOfName(program: Program, id: string, { is }: OverrideSaid): string {
  const c = program.compiler;
  const asked = program.facts.find((one) => one.fact.id === id);
  const definition = asked?.fact ?? program.derived.find((one) => one.derived.id === id)?.derived;
  if (definition === undefined || is === null) return is ?? '';
  const { type } = definition;
  if (type === 'yes-no' || type === 'one-of') return is;
  const unit = asked === undefined ? null : definition.unit;
  if (type === 'age') return `${is} years`;
  if (type === 'date' || type === 'month') {
    const parts = dateParts(is);
    return parts === null ? is : numberText(whole(c.arena, parts.year * 12 + parts.month - 1), type, null);
  }
  return numberText(numOf(c.arena, is), type, unit);
}

/** The text of a derived name before the judgement; null = unknown or none. */
export function computedText(program: Program, batch: Batch, id: string, row: number): string | null {
  const slots = program.derived.find((one) => one.derived.id === id);
  if (slots !== undefined) {
    const { computed, derived } = slots;
    if (batch.failed && computed.kind !== 'number') computed.probe?.(batch, row);
    if (computed.kind === 'truth') {
      const truth = readTruth(batch, computed, row);
      return truth === YES ? 'yes' : truth === NO ? 'no' : null;
    }
    if (computed.kind === 'word') {
      const code = readWord(batch, computed, row);
      return code <= WORD_NONE ? null : program.compiler.wordTexts[code]!;
    }
    const state = computed.stateful ? readState(batch, computed, row) : 0;
    if (state === NONE || state === UNKNOWN) return null;
    return numberText(readExact(batch, computed, row), derived.type, null);
  }
  const asked = program.facts.find((one) => one.fact.id === id);
  return asked === undefined
    ? null
    : valueText(program.compiler, batch, asked.final, asked.fact.type, asked.fact.unit, row);
}
