import { agendaOf, type Agenda, type Progress } from '../../dialogue/agenda.js';
import { monthText } from '../../calendar/month.js';
import { meantBy, typed } from '../../explain/dialogue/answer.js';
import { bandLines, endLines, helpLines } from '../../explain/dialogue/prompt.js';
import { wrap } from '../../explain/words/columns.js';
import type { Voice } from '../../explain/words/voice.js';
import { householdReader, type HouseholdReader } from '../../household/read.js';
import type { MonthIndex } from '../../model/value.js';
import type { Change } from '../../node/edit-yaml.js';
import { WIDTH, type Asked } from './asked.js';
import { askedOf } from './steps.js';
import { inputOf, type Store } from './store.js';
import type { Terminal } from './terminal.js';

export interface Conversation {
  readonly voice: Voice;
  readonly month: MonthIndex;
  readonly within: number;
  readonly store: Store;
  readonly terminal: Terminal;
}

/** Where the conversation stood before an answer: what `back` returns to. */
interface Before {
  readonly text: string | null;
  readonly progress: Progress;
}

/** Asks until the sign is certain, the band is narrow, or no more answers come. True = it came to its end. */
export async function converse(talk: Conversation): Promise<boolean> {
  const { voice, store, terminal, within, month } = talk;
  const { pack } = voice;
  const reader = householdReader(pack.model, month);
  const history: Before[] = [];
  let progress: Progress = { persons: store.input()['persons'] !== undefined, owners: 0, bills: [], costs: false };
  terminal.write(wrap(voice.say('ask.welcome'), WIDTH));
  let told = '';
  let listed = false;
  for (;;) {
    const agenda = agendaOf(pack, store.input(), month, progress, within);
    const { step, known } = agenda;
    if (step.kind === 'done') {
      terminal.write(['', ...endLines(voice, known!, step.why)]);
      return true;
    }
    if (known !== null) {
      const band = bandLines(voice, known);
      if (band.join() !== told) terminal.write(['', ...band]);
      told = band.join();
    }
    const answer = await answerTo(talk, agenda, askedOf({ voice, month, input: store.input(), listed }, step), reader);
    listed ||= step.kind === 'incomes' && step.owner !== null;
    if (answer === 'ended') return false;
    if (answer === 'back') {
      const before = history.pop();
      if (before === undefined) terminal.write(wrap(voice.say('ask.nothing-back'), WIDTH, 2));
      else {
        store.write(before.text);
        ({ progress } = before);
      }
      continue;
    }
    history.push({ text: store.text(), progress });
    const silent = answer.silent;
    let changes = answer.changes;
    if (step.kind === 'next-person' && silent) progress = { ...progress, persons: true };
    if (step.kind === 'bill') progress = { ...progress, bills: [...progress.bills, step.id] };
    if (step.kind === 'costs' && silent) progress = { ...progress, costs: true };
    if (step.kind === 'incomes' && silent) {
      const isLast = step.owner === null;
      progress = { ...progress, owners: isLast ? null : progress.owners! + 1 };
      if (isLast) changes = completeIncomes(store);
    }
    if (changes.length > 0) store.write(store.edited(withMonth(talk, changes)));
  }
}

/** A list that is gone through is complete: what it does not name is 0. */
function completeIncomes(store: Store): Change[] {
  const input = store.input();
  return [
    ...(input['incomes'] === undefined ? [{ path: ['incomes'], value: [] }] : []),
    ...(input['incomes-complete'] === undefined ? [] : [{ path: ['incomes-complete'], value: undefined }]),
  ];
}

/** A new file says its month first. */
function withMonth({ store, month }: Conversation, changes: readonly Change[]): readonly Change[] {
  if (store.text() !== null) return changes;
  return [{ path: ['month'], value: monthText(month) }, ...changes];
}

interface Answered {
  readonly changes: readonly Change[];
  readonly silent: boolean;
}

/** Asks one question until the answer fits; questions that follow from it are part of it. */
async function answerTo(
  talk: Conversation,
  agenda: Agenda,
  first: Asked,
  reader: HouseholdReader,
): Promise<Answered | 'back' | 'ended'> {
  const { voice, terminal } = talk;
  const say = (text: string): void => terminal.write(wrap(text, WIDTH, 2));
  let asked = first;
  const ask = (): void => terminal.write(['', ...asked.question, ...asked.hint]);
  ask();
  for (;;) {
    const line = await terminal.answer();
    if (line === null) return 'ended';
    const said = typed(voice, line);
    if (said.kind === 'help')
      terminal.write([...helpLines(voice, agenda.known, asked.name), ...asked.question, ...(asked.list ?? asked.hint)]);
    else if (said.kind === 'back') {
      if (asked === first) return 'back';
      asked = first;
      ask();
    } else if (said.kind === 'silent') {
      if (asked.silent !== null) return { changes: asked.silent, silent: asked === first };
      say(voice.say('ask.must'));
    } else if (said.kind !== 'text') say(voice.say('ask.too-long'));
    else {
      const read = asked.read(said.text);
      if (read !== null && 'question' in read) {
        asked = read;
        ask();
      } else if (read !== null && fits(talk, read, reader)) return { changes: read, silent: false };
      else terminal.write(refusalLines(voice, asked, said.text));
    }
  }
}

/** So many lines of what may be typed are shown again; a longer list only where it is asked for. */
const SHOWN_AGAIN = 8;
const MOST_MEANT = 5;

/** Why an answer is not taken: letters that fit several, or nothing that fits. */
function refusalLines(voice: Voice, asked: Asked, text: string): readonly string[] {
  const meant = meantBy(asked.choices ?? [], text).map(({ label }) => label);
  if (meant.length > 1 && meant.length <= MOST_MEANT)
    return wrap(voice.say('ask.which', { answer: text, list: voice.either(meant) }), WIDTH, 2);
  const again = asked.hint.length <= SHOWN_AGAIN ? asked.hint : wrap(voice.say('ask.same-list'), WIDTH, 2);
  return [...wrap(voice.say('ask.refused', { answer: text }), WIDTH, 2), ...again];
}

/** Whether the household is still one that can be read: ranges, a second partner. Before the required is said, anything goes. */
function fits({ store }: Conversation, changes: readonly Change[], reader: HouseholdReader): boolean {
  const read = reader.read(inputOf(store.file, store.edited(changes)));
  return read.ok || read.errors.every(({ code }) => code === 'missing-fact');
}
