import { describe, expect, test } from 'vitest';
import { located } from '../../src/cli/pack-fault.js';
import { safeAssess } from '../../src/assessment/assess.js';
import { parseHousehold } from '../../src/node/household-file.js';
import { packOf } from '../fixtures/packs.js';

/** Where findings lie: `household.yaml:4:5`, `baskets/…` without the line, which moves with the pack. */
function placesOf(pack: ReturnType<typeof packOf>, text: string): string[] {
  const parsed = parseHousehold('household.yaml', text);
  if ('errors' in parsed) throw new Error('the fixture is no YAML');
  const assessed = safeAssess(pack, parsed.value.input);
  if (assessed.ok) throw new Error('the fixture is refused by nothing');
  return located(pack, parsed.value, assessed.errors).flatMap(({ places }) =>
    places.map(({ file, line, column, caption }) =>
      caption === undefined ? `${file}:${line}:${column}` : `${file} ${caption}`,
    ),
  );
}

describe('a fault of the pack that only a household meets', () => {
  test('is shown at the person it is about, then in the pack', () => {
    const text = 'month: 2025-06\npersons:\n  - { role: head, age: 40 }\n  - { id: eva, role: parent, age: 80 }\n';
    expect(placesOf(packOf('sweden'), text)).toEqual(['household.yaml:4:5', 'baskets/sweden/food.yaml in the pack']);
  });

  test('is shown in the pack alone where it is about the household as a whole', () => {
    const text = `month: 2026-06
persons: [{ role: head, age: 30 }]
dwelling: { region: wallonia }
incomes:
  - { kind: wage, of: p1, amount: 999999999999 }
  - { kind: pension, of: p1, amount: 999999999999 }
`;
    const places = placesOf(packOf('be'), text);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatch(/^rules\/be\/.*\.yaml in the pack$/);
  });
});
