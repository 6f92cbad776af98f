import type { Diagnostic } from '../model/diagnostic.js';
import type { Finding } from '../verify/finding.js';
import { verifyText } from '../verify/verify.js';
import { counted } from './counted.js';
import { inputName, inputText, LARGEST_DOCUMENT } from './input-text.js';
import { openPack } from './open-pack.js';
import type { PackOptions } from './options.js';
import { Refusal, type Outcome } from './outcome.js';

export interface VerifyCommand extends PackOptions {
  readonly household?: string | undefined;
}

const MOST_SHOWN = 20;

/** `verify FILE.json`: the document computed again by the reference evaluator, and compared byte by byte. */
export async function verifyCommand(given: string, options: VerifyCommand): Promise<Outcome> {
  const text = inputText(given, LARGEST_DOCUMENT);
  const file = inputName(given);
  if (!text.ok) throw new Refusal(text.errors);
  const pack = await openPack(options, packOf(text.value));
  const household = options.household === undefined ? {} : { household: await inputOf(options.household) };
  const { ok, failed, findings } = await verifyText(text.value, pack, household);
  if (ok)
    return {
      exit: 0,
      out: `${file}: verified: form, seal, pack, every block and every node of the trace.\n`,
      notes: '',
    };
  const shown = findings.slice(0, MOST_SHOWN).map((one) => diagnosticOf(file, one));
  throw new Refusal([...shown, summary(file, failed, findings.length)], new Map(), 1);
}

/** Reading YAML is loaded where it is asked for. */
async function inputOf(file: string): Promise<unknown> {
  const { householdOf } = await import('./read-household.js');
  return householdOf(file).input;
}

/** The pack that a document names, so that the shipped one of that name is found by itself. */
function packOf(text: string): string | undefined {
  return /^\s*\{[^]{0,400}?"pack":\s*\{\s*"id":\s*"([a-z0-9-]+)"/.exec(text)?.[1];
}

function diagnosticOf(file: string, { check, path, expected, found }: Finding): Diagnostic {
  const place = check === 'bytes' ? { file, line: Number(path[0] ?? 1), column: 1 } : null;
  const where = place === null && path.length > 0 ? ` at ${pathText(path)}` : '';
  const message = `${check}${where}: expected ${shortened(expected)}, found ${shortened(found)}`;
  return { code: 'not-verified', severity: 'error', message, places: place === null ? [] : [place] };
}

function summary(file: string, failed: readonly string[], count: number): Diagnostic {
  const more = count > MOST_SHOWN ? `; ${count - MOST_SHOWN} more are not shown` : '';
  const message = `${file} is not verified: ${counted(count, 'difference')} in ${failed.join(', ')}${more}`;
  const hint = failed.includes('pack')
    ? 'It was made with another pack or another version of it: name that one with --root and --pack.'
    : 'Do not rely on this document. A document without its input is verified with --household FILE.';
  return { code: 'not-verified', severity: 'error', message, hint, places: [] };
}

function pathText(path: Finding['path']): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '');
}

function shortened(json: string | null): string {
  if (json === null) return 'nothing';
  return json.length > 100 ? `${json.slice(0, 97)}…` : json;
}
