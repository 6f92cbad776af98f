import { sealOf, type Assessment } from '../assessment/document.js';
import { unfit } from '../comparison/comparable.js';
import type { Pack } from '../model/pack.js';
import { verify } from '../verify/verify.js';
import { isDocumentText } from './document-text.js';
import { inputText, LARGEST_DOCUMENT } from './input-text.js';
import { Refusal } from './outcome.js';

/** True for a file that `assess --format json` wrote, or something that claims to be one. */
export function isDocument(file: string): boolean {
  const text = inputText(file, LARGEST_DOCUMENT);
  return text.ok && isDocumentText(text.value);
}

/**
 * A document to compare. One that says what the household said is computed again by the reference evaluator, so that
 * nothing is told of numbers that somebody changed; one without its input is taken as it is, if it has its seal.
 */
export async function documentOf(file: string, pack: Pack): Promise<Assessment> {
  const text = inputText(file, LARGEST_DOCUMENT);
  if (!text.ok) throw new Refusal(text.errors);
  const document = parsed(file, text.value);
  const wrong = unfit(pack, document);
  if (wrong.length > 0) throw new Refusal(wrong.map((one) => ({ ...one, message: `${file}: ${one.message}` })));
  const { ok, failed } = isWithoutInput(document) ? ofSeal(document) : await verify(document, pack);
  if (ok) return document;
  const hint = `See what differs: refbudget verify ${file}.`;
  const message = `${file} is not verified: ${failed.join(', ')} differ`;
  throw new Refusal([{ code: 'not-verified', severity: 'error', message, hint, places: [] }]);
}

function isWithoutInput(document: Assessment): boolean {
  const input: unknown = document.input;
  return input === null || (typeof input === 'object' && 'redacted' in input);
}

function ofSeal(document: Assessment): { readonly ok: boolean; readonly failed: readonly string[] } {
  return { ok: document.seal === sealOf(document), failed: ['seal'] };
}

function parsed(file: string, text: string): Assessment {
  try {
    return JSON.parse(text) as Assessment;
  } catch {
    const hint = 'Write it again: refbudget assess FILE --format json.';
    throw new Refusal([
      { code: 'not-verified', severity: 'error', message: `${file}: the document is no JSON`, hint, places: [] },
    ]);
  }
}
