import type { Assessment } from '../../assessment/document.js';
import { monthIndex } from '../../calendar/month.js';
import { definitionsInMonth, type DefinitionsInMonth } from '../../model/definitions-in-month.js';
import type { Model } from '../../model/model.js';
import { walkCondition } from '../../model/walk.js';
import { splitAt } from '../words/names.js';
import { saidIn } from './said-in.js';

/**
 * The questions to put first. One that is asked only where another says yes ("is it a diet without gluten?") waits for
 * that one, and is replaced by it.
 */
export function firstQuestions(
  { input, month }: Pick<Assessment, 'input' | 'month'>,
  model: Model,
  names: readonly string[],
): readonly string[] {
  const said = saidIn(input ?? {});
  const { facts } = definitionsInMonth(model, monthIndex(month)!);
  /** Unanswered questions before this one; of one with an assumption, those that keep even the assumption waiting. */
  const before = (name: string): readonly string[] =>
    questionsBefore(facts, name)
      .filter((one) => !said.has(one.name) && (!one.assumed || before(one.name).length > 0))
      .map((one) => one.name);
  const first = (name: string): readonly string[] => {
    const earlier = before(name);
    return earlier.length === 0 ? [name] : earlier.flatMap(first);
  };
  return input === null ? names : [...new Set(names.flatMap(first))];
}

interface Before {
  readonly name: string;
  readonly assumed: boolean;
}

/** Facts that decide whether this one is asked at all. A fact never waits for itself: circles are refused. */
function questionsBefore(facts: DefinitionsInMonth['facts'], asked: string): readonly Before[] {
  const { name, person } = splitAt(asked);
  const applies = facts.get(name)?.applies ?? null;
  if (applies === null) return [];
  const out: Before[] = [];
  walkCondition(applies, {
    test: ({ ref }) => {
      const fact = ref.of === 'fact' ? facts.get(ref.id) : undefined;
      if (fact === undefined || fact.required || fact.builtIn) return;
      const id = fact.scope === 'person' && person !== null ? `${fact.id}@${person}` : fact.id;
      out.push({ name: id, assumed: fact.assume !== null });
    },
  });
  return out;
}
