import { evaluationOptions } from '../assessment/options.js';
import { nextQuestions } from '../dialogue/next-questions.js';
import { monthText } from '../calendar/month.js';
import { bandLines } from '../explain/dialogue/prompt.js';
import { voiceOf } from '../explain/words/voice.js';
import type { Pack } from '../model/pack.js';
import { householdReader, monthOf } from '../household/read.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { HouseholdFile } from '../node/household-file.js';
import { converse } from './ask/conversation.js';
import { mustHaveBudget } from './ask/fits.js';
import { openStore } from './ask/store.js';
import { standardTerminal, type Terminal } from './ask/terminal.js';
import { languageOption } from './language-option.js';
import { oneOf } from './one-of.js';
import { openPack } from './open-pack.js';
import { monthOption, type PackOptions, type TellingOptions } from './options.js';
import { badOption, Refusal, type Outcome } from './outcome.js';
import { located } from './pack-fault.js';
import { householdOf } from './read-household.js';

export interface AskCommand extends PackOptions, TellingOptions {
  readonly month?: string | undefined;
  readonly policy?: string | undefined;
  readonly within?: string | undefined;
}

/** `ask FILE`: fills in a household question by question; `--format json` tells the band and what to ask next. */
export async function askCommand(
  file: string,
  options: AskCommand,
  open: () => Terminal = standardTerminal,
): Promise<Outcome> {
  const format = oneOf('format', options.format ?? 'text', ['text', 'json'] as const);
  if (file === '-' && format === 'text')
    throw badOption('ask keeps its answers in a file', 'Name the file, new or begun.');
  const within = withinOption(options.within);
  const pack = await openPack(options);
  const lang = languageOption(options.lang, pack);
  if (format === 'json') return { exit: 0, out: inJson(pack, file, options), notes: '' };
  const store = openStore(file);
  const month = monthFor(pack, store.input(), options.month);
  const { policy } = evaluationOptions(pack.model, month, { policy: options.policy ?? null });
  mustBeReadable(pack, month, file, store.input(), store.text());
  const voice = voiceOf(pack, lang, monthText(month));
  const terminal = open();
  try {
    const ended = await converse({ voice, month, aim: { within, policy }, store, terminal });
    if (!ended) return { exit: 2, out: '', notes: `${voice.say('ask.ended', { file })}\n` };
    const known = nextQuestions(pack, store.input(), { month: monthText(month) });
    const out = terminal.alsoShowsOutput === true ? '' : `${bandLines(voice, known).join('\n')}\n`;
    const further = policy === null ? '' : ` --policy ${policy}`;
    const notes = [voice.say('ask.saved', { file }), voice.say('ask.budget', { file, lang }) + further];
    return { exit: 0, out, notes: `${notes.join('\n')}\n` };
  } finally {
    terminal.close();
  }
}

function inJson(pack: Pack, file: string, options: AskCommand): string {
  const household = householdOf(file);
  const month = monthText(monthFor(pack, household.input as Record<string, unknown>, options.month));
  try {
    return `${JSON.stringify(nextQuestions(pack, household.input, { month, policy: options.policy ?? null }), null, 2)}\n`;
  } catch (error) {
    throw told(pack, household, error);
  }
}

/** What is wrong of the household, or of the pack with it, at its place in the file; anything else as it is. */
function told(pack: Pack, household: HouseholdFile, error: unknown): unknown {
  const isTold = error instanceof RefbudgetError && (error.code === 'household' || error.code === 'pack');
  if (!isTold) return error;
  return new Refusal(located(pack, household, error.diagnostics), new Map([[household.file, household.text]]));
}

function withinOption(text: string | undefined): number {
  if (text === undefined) return 50;
  if (!/^\d{1,7}(?:\.\d+)?$/.test(text))
    throw badOption(`--within: "${text}" is no amount`, 'Write an amount of 0 or more, such as 50.');
  return Number(text);
}

/** `--month`, else the household's, else this month, or the pack's last before it. */
function monthFor(pack: Pack, input: Readonly<Record<string, unknown>>, asked: string | undefined): number {
  const text = monthOption('month', asked);
  if (text === undefined && input['month'] === undefined) {
    const now = new Date();
    const [first, last] = pack.model.pack.covers;
    return Math.max(first, Math.min(last, now.getFullYear() * 12 + now.getMonth()));
  }
  const month = monthOf(pack.model, input, text);
  if (!month.ok) throw new Refusal(month.errors);
  return month.value;
}

/** Whoever will be told first: with them, a file without persons is read as far as it goes, so that not every answer is refused. */
const SOMEBODY = { persons: [{ role: 'head', age: 40 }] };

/** A file that cannot be read, or for which there is no budget, is told with all that is wrong; what is merely missing is asked. */
function mustBeReadable(
  pack: Pack,
  month: number,
  file: string,
  input: Readonly<Record<string, unknown>>,
  text: string | null,
): void {
  if (text === null || text.trim() === '') return;
  const isEmpty = input['persons'] === undefined || (Array.isArray(input['persons']) && input['persons'].length === 0);
  const read = householdReader(pack.model, month, { begun: true }).read(isEmpty ? { ...input, ...SOMEBODY } : input);
  if (!read.ok) throw new Refusal(householdOf(file).locate(read.errors), new Map([[file, text]]));
  if (isEmpty) return;
  try {
    mustHaveBudget(pack.model, month, input);
  } catch (error) {
    throw told(pack, householdOf(file), error);
  }
}
