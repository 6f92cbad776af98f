import fc from 'fast-check';
import { assessed } from '../assessed.js';
import type { HouseholdInput, PersonInput } from '../../household/household-input.js';
import { definitionsBehind } from '../../model/behind.js';
import { mayLower } from '../may-lower.js';
import { households } from '../households.js';
import { broken, type Law, type TestPack } from './law.js';

/** A child more lowers no line, except where a definition that may lower it says so. */
export function onePersonMore(pack: TestPack): Law {
  const check = lowersNoLine(pack, 'reference');
  return {
    id: 'one-person-more',
    says: 'One more child lowers no line, except those a definition with may-lower has a say in.',
    except:
      'The need of lines with a bill is left out: a bill that is split over one line more falls on each of the others.',
    property: fc.property(households(pack), fc.integer({ min: 0, max: 17 }), (household, age) =>
      check({ ...household, overrides: [] }, age),
    ),
  };
}

/** Throws where a line of a household is lower in a column with a child of this age more. */
export function lowersNoLine(
  pack: TestPack,
  column: 'reference' | 'need',
): (household: HouseholdInput, age: number) => void {
  const lowering = mayLower(pack.model);
  const excused = new Map<string, boolean>();
  const isExcused = (need: string): boolean => {
    let known = excused.get(need);
    if (known === undefined)
      excused.set(need, (known = [...definitionsBehind(pack.model, need)].some((id) => lowering.has(id))));
    return known;
  };
  return (household, age) => {
    const child: PersonInput = { id: 'zz', role: 'child', age };
    const more = { ...household, persons: [...household.persons, child] };
    const before = assessed(pack, household, { levers: 'none', trace: 'none' });
    const after = assessed(pack, more, { levers: 'none', trace: 'none' });
    const now = new Map(after.needs.lines.map((line) => [line.id, line]));
    for (const line of before.needs.lines) {
      const found = Number(now.get(line.id)?.[column] ?? 0);
      const need = line.id.split('@')[0] ?? '';
      const lower = line.credit ? found > Number(line[column]) : found < Number(line[column]);
      if (lower && !isExcused(need))
        broken(`line ${line.id} fell from ${line[column]} to ${found} with a child of ${age} more`);
    }
  };
}
