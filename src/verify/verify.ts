import { canonicalText, FORMAT, sealOf, withoutSeal, type Assessment } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import { redacted, withoutInput } from '../assessment/redact.js';
import type { Month } from '../calendar/month.js';
import { digestOf } from '../model/digest.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import { assessByReference } from './assess-by-reference.js';
import { differences, isObject, traceDifferences } from './compare.js';
import { finding, verificationOf, type Check, type Finding, type Verification } from './finding.js';

/** `household`: needed for a document written without its input, or with sensitive facts dropped. */
export interface VerifyOptions {
  readonly household?: unknown;
}

/**
 * Recomputes a document without trusting who wrote it: its seal, the pack's digest, every block and every node of the
 * trace, by the reference evaluator. Never throws for a wrong document: what is wrong comes back as findings.
 */
export async function verify(document: unknown, pack: Pack, options: VerifyOptions = {}): Promise<Verification> {
  return verifyBy(assessByReference, document, pack, options);
}

/** How a household is assessed again. */
export type Assess = typeof assessByReference;

/** The same with another way to assess again: for tests that verify thousands of documents of one household. */
export async function verifyBy(
  assess: Assess,
  document: unknown,
  pack: Pack,
  options: VerifyOptions = {},
): Promise<Verification> {
  return verificationOf(await ofJson(assess, asJson(document), pack, options));
}

async function ofJson(assess: Assess, json: unknown, pack: Pack, options: VerifyOptions): Promise<Finding[]> {
  if (!isObject(json)) return [finding('format', [], 'a document', json)];
  if (json['format'] !== FORMAT) return [finding('format', ['format'], FORMAT, json['format'])];
  return [...ofSeal(json), ...ofPack(json, pack), ...(await ofContent(assess, json, pack, options))];
}

/** The same for the text of a file, whose bytes must also be the canonical ones: a doubled key is seen. */
export async function verifyText(text: string, pack: Pack, options: VerifyOptions = {}): Promise<Verification> {
  return verifyTextBy(assessByReference, text, pack, options);
}

export async function verifyTextBy(
  assess: Assess,
  text: string,
  pack: Pack,
  options: VerifyOptions = {},
): Promise<Verification> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return verificationOf([finding('format', [], 'JSON', 'text that is not JSON')]);
  }
  return verificationOf([...ofBytes(document, text), ...(await ofJson(assess, document, pack, options))]);
}

function ofBytes(document: unknown, text: string): Finding[] {
  const canonical = isObject(document) ? canonicalText(document) : '';
  if (canonical === text) return [];
  const [lines, found] = [canonical.split('\n'), text.split('\n')];
  const at = lines.findIndex((line, i) => line !== found[i]);
  const line = at < 0 ? lines.length : at;
  return [finding('bytes', [line + 1], lines[line], found[line])];
}

function asJson(document: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(document));
  } catch {
    return undefined;
  }
}

type Json = Readonly<Record<string, unknown>>;

function ofSeal(document: Json): Finding[] {
  const seal = sealOf(document);
  return document['seal'] === seal ? [] : [finding('seal', ['seal'], seal, document['seal'])];
}

const digests = new WeakMap<Model, string>();

/** Computed here, once a model, not taken from the pack. */
function digestOfModel(model: Model): string {
  const digest = digests.get(model) ?? digestOf(model);
  digests.set(model, digest);
  return digest;
}

function ofPack(document: Json, pack: Pack): Finding[] {
  const digest = digestOfModel(pack.model);
  const told = isObject(document['pack']) ? document['pack']['digest'] : undefined;
  return told === digest ? [] : [finding('pack', ['pack', 'digest'], digest, told)];
}

/** Assesses again what the document says was asked, and compares. */
async function ofContent(assess: Assess, document: Json, pack: Pack, options: VerifyOptions): Promise<Finding[]> {
  const { input } = document;
  const hidden = !isObject(input) || 'redacted' in input;
  const household = options.household ?? (hidden ? undefined : input);
  if (household === undefined) return [finding('blocks', ['input'], 'the household it was made from', input)];
  let again: Assessment;
  try {
    again = await assess(pack, household, optionsOf(document));
  } catch (error) {
    if (!(error instanceof RefbudgetError)) throw error;
    const root = error.code === 'household' ? ['input'] : [];
    return error.diagnostics.map(({ path, message }) =>
      finding('blocks', [...root, ...(path ?? [])], undefined, message),
    );
  }
  return fewest(versions(again, input, pack).map((version) => compared(version, document)));
}

/** How the document was asked for, read from its form. */
function optionsOf(document: Json): Options {
  const { policy, levers, trace, month } = document;
  const level = isObject(trace) && trace['level'] === 'fired' ? 'fired' : 'full';
  return {
    ...(typeof month === 'string' ? { month: month as Month } : {}),
    policy: isObject(policy) ? String(policy['id']) : null,
    levers: !isObject(levers) ? 'none' : 'chain' in levers ? 'chain' : 'alone',
    trace: trace === undefined ? 'none' : level,
  };
}

/** A document without input may also have been redacted: nothing in it says so. */
function versions(again: Assessment, input: unknown, pack: Pack): Assessment[] {
  if (isObject(input)) return ['redacted' in input ? redacted(again, pack.model) : again];
  return [withoutInput(again), withoutInput(redacted(again, pack.model))];
}

function fewest(all: readonly Finding[][]): Finding[] {
  return all.reduce((best, one) => (one.length < best.length ? one : best));
}

const CHECKS: Readonly<Record<string, Check>> = { format: 'format', engine: 'format', pack: 'pack', trace: 'trace' };

/** The seal was looked at before: making it again for what was assessed again would say nothing new. */
function compared(again: Assessment, document: Json): Finding[] {
  const expected = asJson(withoutSeal(again)) as Json;
  const found = withoutSeal(document);
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const inside = keys.flatMap((key) =>
    key === 'trace'
      ? traceDifferences(expected[key], found[key])
      : differences(CHECKS[key] ?? 'blocks', [key], expected[key], found[key]),
  );
  const order = [...Object.keys(expected), 'seal'];
  if (inside.length > 0 || order.join(' ') === Object.keys(document).join(' '))
    return inside.filter((one) => one.path.join('.') !== 'pack.digest');
  return [finding('format', [], order, Object.keys(document))];
}
