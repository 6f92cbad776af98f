import type { Assessment } from '../../assessment/document.js';
import type { Model } from '../../model/model.js';
import { walkCondition } from '../../model/walk.js';
import { splitAt } from '../words/names.js';

/**
 * The questions to put first. One that is asked only where another says yes ("is it a diet without gluten?") waits for
 * that one, and is replaced by it.
 */
export function firstQuestions(assessment: Assessment, model: Model, names: readonly string[]): readonly string[] {
  const { open, levers } = assessment;
  const unanswered = new Set([...open, ...(levers?.list ?? [])].flatMap(({ missing }) => missing));
  const before = (name: string): readonly string[] => questionsBefore(model, name).filter((one) => unanswered.has(one));
  const first = (name: string): readonly string[] => {
    const earlier = before(name);
    return earlier.length === 0 ? [name] : earlier.flatMap(first);
  };
  return [...new Set(names.flatMap(first))];
}

/** Facts that decide whether this one is asked at all, of the same person. A fact cannot wait for itself: circles are refused. */
function questionsBefore(model: Model, asked: string): readonly string[] {
  const { name, person } = splitAt(asked);
  const applies = model.facts.find(({ id }) => id === name)?.applies ?? null;
  if (applies === null) return [];
  const out: string[] = [];
  walkCondition(applies, {
    test: ({ ref }) => {
      if (ref.of !== 'fact') return;
      out.push(ref.id.startsWith('person.') && person !== null ? `${ref.id}@${person}` : ref.id);
    },
  });
  return out;
}
