import type { Notice } from '../../model/needs.js';
import { decisionOf } from '../engine/condition.js';
import { membersOrOnce, stateId } from '../persons.js';
import { ask, type Gathering } from '../engine/questions.js';
import type { Run, View } from '../run.js';
import type { Decision } from '../states.js';

function noticeView(run: Run, person: number | null): View {
  return { run, person, month: null, undecided: 'open' };
}

export function askNotice(run: Run, notice: Notice, into: Gathering): void {
  for (const person of membersOrOnce(run, notice.scope)) ask(notice.when, noticeView(run, person), into);
}

/** The notices of the month, for whom, and whether they are to be told. */
export function noticesOf(run: Run): { id: string; decision: Decision; view: View; notice: Notice }[] {
  return [...run.definitions.notices.values()].flatMap((notice) =>
    membersOrOnce(run, notice.scope).map((person) => {
      const view = noticeView(run, person);
      return { id: stateId(run, notice.id, person), decision: decisionOf(notice.when, view), view, notice };
    }),
  );
}
