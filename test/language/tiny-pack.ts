import { assemble } from '../../src/language/reading/assemble.js';
import { link } from '../../src/language/linking/link.js';
import type { Linked, SourceText } from '../../src/language/linked.js';
import { createReport, inOrderOfPlace } from '../../src/language/report.js';
import type { Condition } from '../../src/model/condition.js';
import type { Diagnostic } from '../../src/model/diagnostic.js';
import type { Model } from '../../src/model/model.js';

const PACK = `pack: { id: x, version: 1.2.0, language: 1, currency: EUR, per: month, languages: [en, fr], covers: 2024-01..2025-12,
  baskets: [food, home], rounding: { lines: 0.01 }, calendar: { weeks: 52, days: 365 } }
sources: { s: { title: S, status: published }, law: { title: L, status: official }, mute: { title: M } }
`;

/** A pack of a few lines: the given YAML stands in `rules/x/test.yaml`, beside a pack section with sources `s`, `law`, `mute`. */
export function tinyFiles(yaml: string, more: readonly SourceText[] = []): SourceText[] {
  return [{ file: 'rules/x/pack.yaml', text: PACK }, { file: 'rules/x/test.yaml', text: yaml }, ...more];
}

export interface Tried {
  readonly linked: Linked | null;
  readonly findings: readonly Diagnostic[];
}

/** Reads and links without the deeper checks, so that a test sees one construct alone. */
export function tryLink(yaml: string, more: readonly SourceText[] = [], pack?: string): Tried {
  const report = createReport();
  const assembled = assemble(tinyFiles(yaml, more), pack, report);
  const linked = assembled === null ? null : link(assembled, report);
  return { linked, findings: inOrderOfPlace(report.findings) };
}

/** The model of a tiny pack that has nothing wrong. */
export function modelOf(yaml: string, more: readonly SourceText[] = [], pack?: string): Model {
  return linkedOf(yaml, more, pack).model;
}

export function linkedOf(yaml: string, more: readonly SourceText[] = [], pack?: string): Linked {
  const { linked, findings } = tryLink(yaml, more, pack);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (linked === null || errors.length > 0) throw new Error(errors.map((e) => `${e.code}: ${e.message}`).join('\n'));
  return linked;
}

/** `code line:column` of each finding in the test file, in order of place. */
export function foundIn(yaml: string, more: readonly SourceText[] = [], pack?: string): string[] {
  return tryLink(yaml, more, pack).findings.map(
    ({ code, places: [place] }) => `${code} ${place?.line ?? 0}:${place?.column ?? 0}`,
  );
}

/** Message and hint of the first finding. */
export function firstWords(yaml: string): string {
  const [first] = tryLink(yaml).findings;
  return first === undefined ? '' : `${first.message} | ${first.hint ?? ''}`;
}

/** A derived household fact `household.x` with this value, and the facts it may read. */
export const FACTS = `facts:
  person.age: { required: yes, assume-months: 6, ask: How old? }
  person.sex: { type: one-of, values: [female, male], assume: female, ask: Sex? }
  person.ill: { type: yes-no, ask: Ill? }
  person.aid: { type: yes-no, assume: no, ask: Aid? }
  person.pay: { type: amount, unit: EUR/month, assume: 0, ask: Pay? }
  household.pets: { type: whole, assume: 0, ask: Pets? }
  dwelling.power: { type: amount, unit: kWh/year, assume: 1000, ask: Power? }
  dwelling.since: { type: date, ask: Since? }
  local.share: { type: share, assume: 50%, ask: Share? }
`;

/** A condition in one line: `(a & not b)`; a test is its name and text. */
export function shown(condition: Condition | null): string {
  if (condition === null) return '';
  if (condition.kind === 'test')
    return `${'id' in condition.ref ? condition.ref.id : condition.ref.of} ${condition.text}`;
  return `(${condition.of.map(shown).join(condition.kind === 'all' ? ' & ' : ' | ')})`;
}
