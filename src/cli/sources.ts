import { countText, sourcesText } from '../explain/sources/sources-text.js';
import { budgetSources } from '../provenance/budget.js';
import { distinctRows } from '../provenance/rows.js';
import { assessOptions, type AssessOptions } from './assess-options.js';
import { assessBoth } from './both-ways.js';
import { languageOption } from './language-option.js';
import { monthNote } from './month-note.js';
import { oneOf } from './one-of.js';
import { openPack } from './open-pack.js';
import type { TellingOptions } from './options.js';
import { badOption, type Outcome } from './outcome.js';
import { householdOf } from './read-household.js';
import type { Witness } from './witness.js';

export interface SourcesCommand extends AssessOptions, TellingOptions {
  readonly count?: boolean | undefined;
}

/** `sources FILE`: where a budget's numbers come from; `sources --count`: how many different prices the pack rests on. */
export async function sourcesCommand(
  file: string | undefined,
  options: SourcesCommand,
  witness: Witness,
): Promise<Outcome> {
  const format = oneOf('format', options.format ?? 'text', ['text', 'json'] as const);
  const pack = await openPack(options);
  if (options.count === true) {
    if (file !== undefined || options.month !== undefined || options.policy !== undefined)
      throw badOption('--count counts the whole pack, in all its months', 'Leave out the file, --month and --policy.');
    const { items, tariffs } = distinctRows(pack.model);
    const counted = { items, tariffs, total: items + tariffs };
    const out =
      format === 'json' ? JSON.stringify(counted) : countText(pack, languageOption(options.lang, pack), counted);
    return { exit: 0, out: `${out}\n`, notes: '' };
  }
  if (file === undefined) throw badOption('whose budget?', 'Give the file of a household, or --count.');
  const household = householdOf(file);
  const chosen = assessOptions({ ...options, levers: 'none', trace: 'full' }, household, 'full');
  const { assessment } = await assessBoth(pack, household, chosen.options, witness);
  const sources = budgetSources(pack, assessment);
  const lang = languageOption(options.lang, pack);
  const out =
    format === 'json' ? `${JSON.stringify(sources, null, 2)}\n` : sourcesText(sources, assessment, pack, { lang });
  return { exit: 0, out, notes: monthNote(pack, lang, chosen.from, assessment.month) };
}
