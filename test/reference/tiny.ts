import { parse } from 'yaml';
import { loadPack } from '../../src/language/load.js';
import type { Assessment } from '../../src/assessment/document.js';
import type { Options } from '../../src/assessment/options.js';
import type { Pack } from '../../src/model/pack.js';
import type { TraceNode } from '../../src/model/trace.js';
import { assessByReference } from '../../src/verify/assess-by-reference.js';

const head = (rounding: string): string => `
pack: { id: tiny, version: 1.0.0, language: 1, currency: EUR, per: month, languages: [en], covers: 2024-01..2024-12,
        baskets: [food, home], rounding: { lines: ${rounding} }, calendar: { weeks: 52, days: 365 } }
sources: { act: { title: Act, publisher: State, url: "https://example.org", seen: 2024-01-01, status: official } }
`;
const DEFAULTS = 'source: act\npresence: full\nindex: none\n';

/** A pack from the few sections a test needs. */
export function tiny(sections: string, rounding = '0.01'): Pack {
  const files = [
    { file: 'rules/tiny/pack.yaml', text: head(rounding) },
    { file: 'rules/tiny/rules.yaml', text: `${DEFAULTS}${sections}` },
  ];
  const result = loadPack(files, { pack: 'tiny' });
  if (!result.ok)
    throw new Error(result.errors.map((one) => `${one.code}: ${one.message} ${one.places[0]?.line ?? ''}`).join('\n'));
  return result.value;
}

/** Its assessment by reference; scalars of the household as text, as files are read. */
export async function assessTiny(sections: string, household: string, options: Options = {}): Promise<Assessment> {
  return assessByReference(tiny(sections), householdOf(household), { month: '2024-06', levers: 'none', ...options });
}

export function householdOf(yaml: string): unknown {
  return parse(yaml, { schema: 'failsafe' });
}

export function nodeOf(assessment: Assessment, id: string): TraceNode {
  const node = assessment.trace?.nodes.find((one) => one.id === id);
  if (node === undefined)
    throw new Error(`no node ${id} in ${assessment.trace?.nodes.map((one) => one.id).join(' ') ?? ''}`);
  return node;
}

export function valueOfNode(assessment: Assessment, id: string): unknown {
  return (nodeOf(assessment, id) as { value: unknown }).value;
}

export function lineOf(assessment: Assessment, id: string): Assessment['needs']['lines'][number] {
  const line = assessment.needs.lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
}
