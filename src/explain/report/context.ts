import type { Assessment } from '../../assessment/document.js';
import type { NeedLine } from '../../model/evaluation.js';
import type { BudgetSources } from '../../provenance/budget.js';
import type { TraceIndex } from '../argument/trace-index.js';
import { forAll } from '../balance/grouped.js';
import { splitAt } from '../words/names.js';
import type { Called } from '../words/persons.js';
import type { Voice } from '../words/voice.js';
import type { SavingPlan } from './saving-plan.js';
import type { Audience, Table } from './view.js';

/** What every section of a sheet needs. */
export interface Context {
  readonly voice: Voice;
  readonly assessment: Assessment;
  readonly audience: Audience;
  /** How this sheet calls a person: the family by age, the file by id. */
  readonly called: Called;
  /** The trace by node; empty where the document has none. */
  readonly nodes: TraceIndex;
  /** What to put aside; the same on every sheet. */
  readonly plan: SavingPlan;
  /** Titles of the sources behind a line, by its id. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
  /** Tables of things bought that stand on one sheet already, by line. */
  readonly itemTables: Map<NeedLine, Table>;
  /** Null where the document has no full trace. */
  readonly sources: BudgetSources | null;
}

/** An id with its persons as this sheet calls them, for the functions that put ids into words: `food.daily@child of 6`. */
export function told(context: Pick<Context, 'called' | 'voice' | 'assessment' | 'audience'>, id: string): string {
  const { name, person } = splitAt(forAll(context, id));
  if (person === null || person === 'household') return name;
  return `${name}@${isBoth(context, person) ? context.voice.say('persons.both') : context.called.who(person)}`;
}

/** For the family: the two of whom there are no more. */
function isBoth({ audience, assessment }: Pick<Context, 'audience' | 'assessment'>, persons: string): boolean {
  const [members, listed] = [Object.keys(assessment.needs.persons), persons.split(', ')];
  return audience === 'family' && members.length === 2 && members.every((member) => listed.includes(member));
}
