import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import { agreeOn, laws } from '../../../src/testing/index.js';
import { doubles } from '../../../src/testing/laws/doubled-prices.js';
import type { TestPack } from '../../../src/testing/laws/law.js';
import { staysTheSame, withoutDates } from '../../../src/testing/laws/month-later.js';
import { lowersNoLine } from '../../../src/testing/laws/one-person-more.js';
import { sameUnder } from '../../../src/testing/laws/policy.js';
import { householdOf, tiny } from '../../reference/tiny.js';
import { packOf } from '../../fixtures/packs.js';

/** Why a law says less than it might: a household on which the whole law is broken and the narrowed one holds. */
interface Narrowed {
  /** One law, or several with the same exception. */
  readonly law: string | readonly string[];
  readonly pack?: string;
  readonly sections?: string;
  readonly age?: string;
  readonly broken: string;
  readonly household: HouseholdInput & { readonly month: string };
}

interface Sides {
  readonly whole: () => unknown;
  readonly narrowed: () => unknown;
}

const FOLDER = 'test/laws/narrowed';
const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, householdOf(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Narrowed] as const);

const harbour = packOf('harbour');

function packFor({ pack, sections }: Narrowed): TestPack {
  if (sections !== undefined) return tiny(sections) as TestPack;
  expect(pack).toBe('harbour');
  return harbour;
}

/** The law on one household: as it would say without its exception, and as it says. */
function sidesOf(fixture: Narrowed): Sides {
  const pack = packFor(fixture);
  const { household } = fixture;
  switch ([fixture.law].flat()[0]) {
    case 'evaluators-agree': {
      const options = { levers: 'none', trace: 'full' } as const;
      return {
        whole: () => agreeOn(pack, household, options, { sameGap: true }),
        narrowed: () => agreeOn(pack, household, options),
      };
    }
    case 'doubled-prices':
      return {
        whole: () => doubles(pack, { fixed: false, shared: false })(household),
        narrowed: () => doubles(pack, { fixed: true, shared: true })(household),
      };
    case 'month-later':
      return {
        whole: () => staysTheSame(pack, household, household.month),
        narrowed: () => staysTheSame(pack, withoutDates(household), household.month),
      };
    case 'one-person-more': {
      const age = Number(fixture.age);
      return {
        whole: () => lowersNoLine(pack, 'need')(household, age),
        narrowed: () => lowersNoLine(pack, 'reference')(household, age),
      };
    }
    case 'need-under-policy': {
      const options = { levers: 'none', trace: 'full' } as const;
      return {
        whole: () => sameUnder(pack, { judged: false })(household, 'old-port', options),
        narrowed: () => sameUnder(pack, { judged: true })(household, 'old-port', options),
      };
    }
    default:
      throw new Error(`${String(fixture.law)} has no exception`);
  }
}

describe('a law that says less than it might', () => {
  test.each(cases)('is broken without its exception and holds with it: %s', async (_, fixture) => {
    const { whole, narrowed } = sidesOf(fixture);
    await expect(async () => whole()).rejects.toThrow(fixture.broken);
    await narrowed();
  });

  test('has a fixture for each law with an exception', () => {
    const excepted = laws(harbour).flatMap((law) => (law.except === null ? [] : [law.id]));
    expect([...new Set(cases.flatMap(([, { law }]) => law))].sort()).toEqual(excepted.sort());
  });
});
