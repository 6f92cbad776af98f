import { agendaOf, type Aim, type Progress } from '../../dialogue/agenda.js';
import { answerBehind, type AnsweredStep } from '../../dialogue/answer-behind.js';
import { doubtsOf, newRemarks, remarksOf, type Remark } from '../../dialogue/remarks.js';
import { monthText } from '../../calendar/month.js';
import { bandLines, endLines } from '../../explain/dialogue/prompt.js';
import { remarkLines } from '../../explain/dialogue/remarks.js';
import { wrap } from '../../explain/words/columns.js';
import type { Voice } from '../../explain/words/voice.js';
import { householdReader } from '../../household/read.js';
import type { MonthIndex } from '../../model/value.js';
import type { Change } from '../../node/edit-yaml.js';
import { idAt, personsIn, WIDTH } from './asked.js';
import { fitting } from './fits.js';
import { answerTo, type Questioner } from './question.js';
import { lastLook } from './last-look.js';
import { completeIncomes, progressAt, progressBy } from './progress.js';
import { startLines } from './start.js';
import { askedOf } from './steps.js';
import type { Store } from './store.js';
import type { Terminal } from './terminal.js';

export interface Conversation {
  readonly voice: Voice;
  readonly month: MonthIndex;
  readonly aim: Aim;
  readonly store: Store;
  readonly terminal: Terminal;
}

/** Where the conversation stood before an answer, and what was asked: what `back` returns to. */
interface Before extends AnsweredStep {
  readonly text: string | null;
  readonly progress: Progress;
  readonly question: string;
}

/** Asks until the sign is certain, the band is narrow, or no more answers come. True = it came to its end. */
export async function converse(talk: Conversation): Promise<boolean> {
  const { voice, store, terminal, aim, month } = talk;
  const { model } = voice.pack;
  const reader = householdReader(model, month, { begun: true });
  const remarks = (): readonly Remark[] => remarksOf(model, reader, store.input());
  const questioner: Questioner = { voice, terminal, fits: fitting(model, month, store, reader) };
  const history: Before[] = [];
  let progress = progressAt(store.input());
  let known = remarks();
  let fresh: readonly Remark[] = [];
  let told = '';
  let listed = '';
  const doubts = (without: unknown): ((answered: unknown) => boolean) => doubtsOf(model, reader, without);
  /** The answer that what was just told is about: the latest of them, where several were told. */
  const about = (): number => Math.max(...fresh.map((one) => answerBehind(model, one, history)));
  const undo = (): void => {
    const [before] = history.splice(fresh.length > 0 ? about() : Math.max(0, history.length - 1));
    if (before === undefined) return terminal.write(wrap(voice.say('ask.nothing-back'), WIDTH, 2));
    store.write(before.text);
    ({ progress } = before);
    known = remarks();
    fresh = [];
  };
  terminal.write(startLines(voice, store.input()));
  for (;;) {
    const agenda = agendaOf(voice.pack, store.input(), month, progress, aim);
    if (fresh.length > 0) {
      const at = about();
      terminal.write(remarkLines(voice, store.input(), fresh, history[at]!.question, at === history.length - 1));
    }
    const { step } = agenda;
    if (step.kind === 'done') {
      const last = fresh.length === 0 ? 'silent' : await lastLook(questioner);
      if (last === 'ended') return false;
      if (last === 'silent') {
        terminal.write(['', ...endLines(voice, agenda.known!, step.why, told, agenda.usual === true)]);
        return true;
      }
      undo();
      continue;
    }
    if (agenda.known !== null) {
      const band = bandLines(voice, agenda.known);
      if (band.join() !== told) terminal.write(['', ...band]);
      if (told === '' && agenda.known.costs.length > 0) terminal.write(wrap(voice.say('ask.band.bills'), WIDTH));
      told = band.join();
    }
    const setting = { voice, month, input: store.input(), listed, doubts };
    const asked = askedOf(setting, step);
    const answer = await answerTo(questioner, agenda.known, asked);
    listed = asked.lists ?? listed;
    if (answer === 'ended') return false;
    if (answer === 'back') {
      undo();
      continue;
    }
    const persons = personsIn(setting).map((_, at) => idAt(setting, at));
    history.push({ text: store.text(), progress, step, persons, question: asked.question.join(' ') });
    const lastIncomes = step.kind === 'incomes' && step.last && answer.silent;
    progress = progressBy(progress, step, answer.silent);
    const changes = lastIncomes ? completeIncomes(store.input()) : answer.changes;
    if (changes.length > 0) store.write(store.edited(withMonth(talk, changes)));
    const now = remarks();
    fresh = newRemarks(known, now);
    known = now;
  }
}

/** A new file says its month first. */
function withMonth({ store, month }: Conversation, changes: readonly Change[]): readonly Change[] {
  if (store.text() !== null) return changes;
  return [{ path: ['month'], value: monthText(month) }, ...changes];
}
