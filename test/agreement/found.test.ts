import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess, safeAssess } from '../../src/assessment/assess.js';
import type { Options } from '../../src/assessment/options.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import type { TestPack } from '../../src/testing/laws/law.js';
import { agreeOn } from '../../src/testing/index.js';
import { householdOf, lineOf, tiny, valueOfNode } from '../reference/tiny.js';

/** A difference the two evaluators once had: a small pack, a household, and what both must say now. */
interface Found {
  readonly sections: string;
  readonly rounding?: string;
  readonly levers?: 'alone' | 'chain';
  /** `none` where a trace would meet what cannot be had. */
  readonly trace?: 'none';
  readonly policy?: string;
  readonly household: HouseholdInput;
  /** Node id → value. */
  readonly values?: Readonly<Record<string, string>>;
  readonly open?: readonly { readonly id: string; readonly missing: readonly string[] }[];
  /** Lever id → what it asks for. */
  readonly missing?: Readonly<Record<string, readonly string[]>>;
  readonly chain?: readonly string[];
  /** Item id → its price as shown. */
  readonly prices?: Readonly<Record<string, string>>;
  /** Names assumed. */
  readonly assumptions?: readonly string[];
  /** Line id → status of its reference. */
  readonly status?: Readonly<Record<string, string>>;
  readonly aid?: Readonly<Record<'gap' | 'pays' | 'once', string>>;
  /** Where both refuse the household: nothing else is looked at. */
  readonly refused?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const FOLDER = 'test/agreement/found';
const found = readdirSync(FOLDER).map(
  (file) => [file.replace('.yaml', ''), householdOf(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Found] as const,
);

test.each(found)('both evaluators agree where they once did not: %s', async (_, one) => {
  const pack = tiny(one.sections, one.rounding) as TestPack;
  const options: Options = {
    month: '2024-07',
    levers: one.levers ?? 'none',
    policy: one.policy ?? null,
    trace: one.trace ?? 'full',
  };
  await agreeOn(pack, one.household, options);
  if (one.refused !== undefined) {
    const result = safeAssess(pack, one.household, options);
    expect(result.ok ? [] : result.errors.map(({ code, path }) => ({ code, path }))).toEqual(one.refused);
    return;
  }
  const document = assess(pack, one.household, options);
  for (const [id, value] of Object.entries(one.values ?? {}))
    expect([id, valueOfNode(document, id)]).toEqual([id, value]);
  if (one.open !== undefined) expect(document.open.map(({ id, missing }) => ({ id, missing }))).toEqual(one.open);
  for (const [id, missing] of Object.entries(one.missing ?? {}))
    expect(document.levers?.list.find((lever) => lever.id === id)?.missing).toEqual(missing);
  if (one.chain !== undefined) expect(document.levers?.chain?.map(({ id }) => id)).toEqual(one.chain);
  if (one.assumptions !== undefined) expect(document.assumptions.map(({ name }) => name)).toEqual(one.assumptions);
  const items = document.needs.lines.flatMap((line) => line.items ?? []);
  for (const [id, price] of Object.entries(one.prices ?? {}))
    expect(items.find((item) => item.id === id)?.price).toBe(price);
  for (const [id, status] of Object.entries(one.status ?? {}))
    expect(lineOf(document, id).status.reference).toBe(status);
  if (one.aid !== undefined) expect(document.aid).toMatchObject(one.aid);
});
