import { FORMAT, type Assessment } from '../assessment/document.js';
import { RefbudgetError, type Diagnostic } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';

/** Throws `RefbudgetError('document')` with all that keeps two documents from being compared. */
export function comparable(pack: Pack, left: Assessment, rightPack: Pack, right: Assessment): void {
  const wrong = [...unfit(pack, left), ...unfit(rightPack, right)];
  const [one, other] = [pack.model.pack.currency, rightPack.model.pack.currency];
  if (one !== other)
    wrong.push(
      error('other-currency', `one side is in ${one}, the other in ${other}`, 'Compare packs of one currency.'),
    );
  if (wrong.length > 0) throw new RefbudgetError('document', wrong);
}

/** What is wrong with a document of which nothing is known yet. */
export function unfit(pack: Pack, document: Assessment): readonly Diagnostic[] {
  const format: unknown = document.format;
  if (format !== FORMAT)
    return [
      error(
        'other-format',
        `the document has the format ${typeof format === 'string' ? `"${format.slice(0, 40)}"` : 'of something else'}`,
        `This version compares "${FORMAT}": assess the household again with it.`,
      ),
    ];
  // of a file that somebody changed, nothing need be there
  const made = document.pack as Partial<Assessment['pack']> | null | undefined;
  if (made?.digest !== pack.digest) {
    return [
      error(
        'other-pack',
        `the document was made with pack ${made?.id ?? '?'} ${made?.version ?? '?'}, or a state of it, that is not the one at hand`,
        'Name that pack with --pack and --root, or assess the household again with the one at hand.',
      ),
    ];
  }
  if (document.trace?.level !== 'full')
    return [
      error(
        'no-trace',
        'the document has no full trace, so no cause could be told',
        'Assess the household again with --format json --trace full.',
      ),
    ];
  return [];
}

function error(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message, hint, places: [] };
}
