import type { OpenQuestion } from '../../model/evaluation.js';
import type { Condition } from '../../model/condition.js';
import type { Adjustment } from '../../model/needs.js';
import { peek } from '../engine/condition.js';
import { validItems } from '../lines/item.js';
import { missingOf, missingOfLine } from './missing.js';
import { linesOf, needView } from '../lines/need.js';
import { noticesOf } from './notice.js';
import { membersOrOnce, stateId } from '../persons.js';
import type { Run, View } from '../run.js';
import type { Line } from '../states.js';

/** What could not be decided, with what to ask: adjustments, needs with their items, notices, open lines. */
export function openQuestions(run: Run): OpenQuestion[] {
  return [...ofAdjustments(run), ...ofNeeds(run), ...ofNotices(run), ...ofLines(run)];
}

function question(kind: OpenQuestion['kind'], id: string, condition: Condition | null, view: View): OpenQuestion[] {
  if (condition === null || peek(condition, view).truth !== 'undecided') return [];
  return [{ id, kind, missing: missingOf(condition, view), node: `when/${id}` }];
}

function ofAdjustments(run: Run): OpenQuestion[] {
  const lines = linesOf(run);
  return [...run.definitions.adjustments.values()].flatMap((adjustment) =>
    membersOrOnce(run, adjustment.for).flatMap((person) => {
      const id = stateId(run, adjustment.id, person);
      const { view } = run.adjustments.get(id)!;
      return lines.some((line) => touches(adjustment, person, line))
        ? question('adjustment', id, adjustment.when, view)
        : [];
    }),
  );
}

/** A person's adjustment works on this person's lines, a household's on all it names. */
export function touches(adjustment: Adjustment, person: number | null, line: Line): boolean {
  return adjustment.on.includes(line.need.id) && (adjustment.for === 'household' || line.person === person);
}

function ofNeeds(run: Run): OpenQuestion[] {
  return [...run.definitions.needs.values()].flatMap((need) => {
    const owners = membersOrOnce(run, need.for);
    const whole = owners.flatMap((person) =>
      question('need', stateId(run, need.id, person), need.when, needView(run, need, person)),
    );
    const there = owners.filter((person) => run.lines.get(stateId(run, need.id, person))?.leftOut === false);
    const items = validItems(run, need).flatMap(({ id, when }) =>
      when === null
        ? []
        : there.flatMap((person) =>
            question('item', stateId(run, `${need.id}/${id}`, person), when, needView(run, need, person)),
          ),
    );
    return [...whole, ...items];
  });
}

function ofNotices(run: Run): OpenQuestion[] {
  return noticesOf(run).flatMap(({ id, notice, view }) => question('notice', id, notice.when, view));
}

function ofLines(run: Run): OpenQuestion[] {
  return linesOf(run)
    .filter((line) => line.open)
    .map((line) => ({ id: line.id, kind: 'line', missing: missingOfLine(run, line), node: `line/${line.id}` }));
}
