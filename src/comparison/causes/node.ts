import type { Expression } from '../../model/expression.js';
import { namesIn, walkCondition } from '../../model/walk.js';
import type { CasesNode, FactNode, IncomeNode, TraceNode } from '../../model/trace.js';
import type { Cause } from '../shapes.js';
import { definitionIn } from '../../model/definitions-of.js';
import { partsOf, type Side } from '../side.js';
import { ruleCause, writtenOtherwise } from './definition.js';
import { leafCause, personCause } from './leaf.js';
import { tableCauses } from './table.js';
import { inputsOf, isRead, testCauses } from './tests.js';
import { allOf, type Walk } from './side-by-side.js';

/** What differs below a node that has another value on the two sides; itself where nothing below does. */
export function differingNode(walk: Walk, key: string, left: TraceNode, right: TraceNode): readonly Cause[] {
  const judged = (node: TraceNode): boolean => node.kind === 'fact' && node.origin === 'override';
  if (judged(left) || judged(right)) return [leafCause(key, 'override', left, right)];
  switch (left.kind) {
    case 'fact':
      return right.kind === 'fact' ? factCauses(walk, key, left, right) : [writtenOtherwise(key)];
    case 'parameter':
      return [leafCause(key, 'amount', left, right)];
    case 'series':
      return [leafCause(key, 'index', left, right)];
    case 'bill':
      return [leafCause(key, 'bill', left, right)];
    case 'line':
      return [leafCause(key, 'lines', left, right)];
    case 'total':
      if (partsOf(key).prefix === 'total') return [leafCause(key, 'lines', left, right)];
      break;
    case 'table':
      if (right.kind === 'table') return tableCauses(walk, key, left, right);
      break;
    case 'income':
      if (right.kind === 'income') return incomeCauses(walk, key, left, right);
      break;
    case 'condition':
      if (right.kind === 'condition')
        return orRule(walk, key, testCauses(walk, left.tests, right.tests, inputs(walk, left, right)));
      break;
    case 'cases':
      if (right.kind === 'cases') return orRule(walk, key, casesCauses(walk, key, left, right));
      break;
    default:
  }
  const below = allOf(walk, inputs(walk, left, right));
  // A plain count of persons reads no name: who came or went is the reason.
  const counted = below.length === 0 && left.kind === 'aggregate' ? personCauses(walk) : [];
  return orRule(walk, key, [...below, ...counted]);
}

function inputs(walk: Walk, left: TraceNode, right: TraceNode): readonly string[] {
  const read = (node: TraceNode): readonly string[] => ('in' in node ? (node.in ?? []) : []);
  return inputsOf(walk, read(left), read(right));
}

/** What was found below, and the definition itself where it is not the same; one of both is always there. */
function orRule(walk: Walk, key: string, causes: readonly Cause[]): readonly Cause[] {
  const found = [...causes, ...ruleCause(walk, key)];
  return found.length > 0 ? found : [writtenOtherwise(key)];
}

function factCauses(walk: Walk, key: string, left: FactNode, right: FactNode): readonly Cause[] {
  const either = (origin: FactNode['origin']): boolean => left.origin === origin || right.origin === origin;
  if (either('policy')) return [leafCause(key, 'setting', left, right)];
  if (left.origin === 'assumed' && right.origin === 'assumed') {
    const below = allOf(walk, inputs(walk, left, right));
    if (below.length > 0) return below;
  }
  if (left.origin === 'default' && right.origin === 'default') {
    const persons = personCauses(walk);
    if (persons.length > 0) return persons;
  }
  if ((left.origin === 'none') !== (right.origin === 'none')) {
    const turned = applyCauses(walk, key);
    if (turned.length > 0) return turned;
  }
  return [leafCause(key, 'fact', left, right)];
}

/** Everybody who is on one side only: what is counted over persons by itself, such as their share of the home. */
export function personCauses({ left, right }: Walk): readonly Cause[] {
  const only = (one: Side, other: Side, onLeft: boolean): Cause[] =>
    [...one.persons].filter((person) => !other.persons.has(person)).map((person) => personCause(person, onLeft));
  return [...only(left, right, true), ...only(right, left, false)];
}

/** Why a fact is asked on one side only. */
function applyCauses(walk: Walk, key: string): readonly Cause[] {
  const { name, person } = partsOf(key);
  const keys: string[] = [];
  for (const { model, month } of [walk.left, walk.right]) {
    walkCondition(definitionIn(model.facts, name, month)?.applies ?? null, {
      test: ({ ref }) => {
        if (ref.of !== 'fact' && ref.of !== 'derived') return;
        keys.push(`${ref.of}/${ref.id}`, `${ref.of}/${ref.id}@${person ?? ''}`);
      },
    });
  }
  return allOf(walk, keys);
}

function incomeCauses(walk: Walk, key: string, left: IncomeNode, right: IncomeNode): readonly Cause[] {
  const below = allOf(walk, inputs(walk, left, right));
  const given = givenCause(walk, key);
  return orRule(walk, key, given === null ? below : [given, ...below]);
}

/** What is said to come in, where that differs; an income not listed is null. */
export function givenCause(walk: Walk, key: string): Cause | null {
  const { name, person } = partsOf(key);
  const of = person ?? 'household';
  const given = ({ assessment }: Side): string | null =>
    assessment.incomes.lines.find((line) => line.kind === name && line.of === of && !line.open)?.given ?? null;
  const [before, after] = [given(walk.left), given(walk.right)];
  if (before === after) return null;
  const own = of === 'household';
  return {
    kind: 'income',
    name: `${own ? 'household' : 'person'}.income.${name}`,
    person: own ? null : of,
    left: before,
    right: after,
  };
}

/** Another case holds: what its tests look at. The same one: what its value reads. */
function casesCauses(walk: Walk, key: string, left: CasesNode, right: CasesNode): readonly Cause[] {
  const all = inputs(walk, left, right);
  if (left.case !== right.case) {
    const tests = ({ cases }: CasesNode): CasesNode['cases'][number]['tests'] => cases.flatMap((one) => one.tests);
    return testCauses(walk, tests(left), tests(right), all);
  }
  const names = [walk.left, walk.right].flatMap((side) => chosen(side, key, left.case));
  const below = allOf(
    walk,
    all.filter((one) => isRead(one, names)),
  );
  return below.length > 0 ? below : allOf(walk, all);
}

function chosen({ model, month }: Side, key: string, at: number | null): ReturnType<typeof namesIn> {
  const rule = definitionIn(model.derived, partsOf(key).name, month)?.rule;
  if (rule?.kind !== 'value' || rule.value.kind !== 'cases' || at === null) return [];
  const value: Expression = rule.value.cases[at]?.is ?? rule.value.otherwise;
  return namesIn(value);
}
