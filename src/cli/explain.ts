import { toHtml, toMarkdown, toText } from '../explain/formats.js';
import { why, whyNot } from '../explain/argument/why.js';
import { AUDIENCES } from '../explain/words/audience.js';
import { harmlessJson } from '../explain/words/harmless.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { assessOptions, type AssessOptions } from './assess-options.js';
import { assessBoth } from './both-ways.js';
import { FORMATS } from './formats.js';
import { languageOption } from './language-option.js';
import { monthNote } from './month-note.js';
import { oneOf } from './one-of.js';
import { openPack } from './open-pack.js';
import type { TellingOptions } from './options.js';
import { badOption, Refusal, type Outcome } from './outcome.js';
import { householdOf } from './read-household.js';
import type { Witness } from './witness.js';

export interface ExplainCommand extends AssessOptions, TellingOptions {
  readonly whyNot?: boolean | undefined;
  readonly full?: boolean | undefined;
  readonly audience?: string | undefined;
}

/** `explain FILE NAME`: in a few sentences, or with `--full` as a derivation, why a name has its value in this household, or why it does not hold. */
export async function explainCommand(
  file: string,
  name: string,
  options: ExplainCommand,
  witness: Witness,
): Promise<Outcome> {
  const format = oneOf('format', options.format ?? 'text', FORMATS);
  const audience = oneOf('audience', options.audience ?? 'worker', AUDIENCES);
  const pack = await openPack(options);
  const lang = languageOption(options.lang, pack);
  if (name === 'aid' && options.policy === undefined)
    throw badOption('without a policy there is no aid', policiesOf(pack));
  const household = householdOf(file);
  const chosen = assessOptions(options, household, 'full');
  const { assessment } = await assessBoth(pack, household, { ...chosen.options, trace: 'full' }, witness);
  try {
    const argument = (options.whyNot === true ? whyNot : why)(pack, assessment, name);
    const words = { lang, audience, full: options.full ?? false };
    const tell = {
      json: () => `${harmlessJson(JSON.stringify(argument, null, 2))}\n`,
      html: () => toHtml(argument, pack, words),
      markdown: () => toMarkdown(argument, pack, words),
      text: () => toText(argument, pack, words),
    };
    return { exit: 0, out: tell[format](), notes: monthNote(pack, lang, chosen.from, assessment.month) };
  } catch (error) {
    if (error instanceof RefbudgetError) throw new Refusal(error.diagnostics, new Map(), 2);
    throw error;
  }
}

function policiesOf({ model }: Pack): string {
  const ids = [...new Set(model.policies.map(({ id }) => id))];
  return ids.length === 0 ? 'This pack has no policies.' : `Choose one with --policy: ${ids.join(', ')}.`;
}
