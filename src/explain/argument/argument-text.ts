import type { Pack } from '../../model/pack.js';
import type { Argument, Derivation, Obstacle } from './argument.js';
import { cells, rule, wrap } from '../words/columns.js';
import { isoDate } from '../words/dates.js';
import type { Language } from '../language.js';
import { labelOf, questionOf, quantityWords } from '../words/names.js';
import { headWords } from './node-head.js';
import { detailLines, testLine } from './node-detail.js';
import { reasonOf } from '../words/reason.js';
import { voiceOf, type Voice } from '../words/voice.js';

export interface ArgumentOptions {
  readonly lang: Language;
  /** Columns of the page; 80 unless said. */
  readonly width?: number;
}

/** Deeper nodes are set no further to the right, so that lines stay readable. */
const DEEPEST_INDENT = 30;

/** A derivation in plain words, indented: values, sources with their date and status, files and lines. Ends with a line feed. */
export function argumentText(argument: Argument, pack: Pack, options: ArgumentOptions): string {
  const voice = voiceOf(pack, options.lang, argument.month);
  const width = Math.max(options.width ?? 80, 60);
  const key = argument.question === 'why' ? 'why.title' : 'why-not.title';
  const title = voice.say(key, { name: labelOf(voice, argument.target) });
  const month = voice.month(argument.month);
  const gap = width - cells(title) - cells(month);
  const out = [...(gap >= 2 ? [title + ' '.repeat(gap) + month] : [...wrap(title, width), month]), rule(width)];
  const render = argument.question === 'why' ? renderWhy : renderWhyNot;
  argument.roots.forEach((root, i) => {
    if (i > 0) out.push('');
    out.push(...render(voice, width, root, 0));
  });
  return `${out.join('\n')}\n`;
}

function renderWhy(voice: Voice, width: number, one: Derivation, depth: number): string[] {
  const indent = Math.min(depth * 2, DEEPEST_INDENT);
  const mark = depth === 0 ? '' : '· ';
  if (one.seen) return wrap(`${mark}${headWords(voice, one)} (${voice.say('why.seen')})`, width, indent, indent + 4);
  const out = wrap(`${mark}${headWords(voice, one)}`, width, indent, indent + 4);
  for (const line of [...detailLines(voice, one), ...originLines(voice, one)])
    out.push(...wrap(line, width, indent + 4, indent + 6));
  return [...out, ...one.children.flatMap((child) => renderWhy(voice, width, child, depth + 1))];
}

function renderWhyNot(voice: Voice, width: number, one: Derivation, depth: number): string[] {
  const indent = Math.min(depth * 2, DEEPEST_INDENT);
  const mark = depth === 0 ? '' : '· ';
  const seen = one.seen ? ` (${voice.say('why.seen')})` : '';
  const out = wrap(`${mark}${headWords(voice, one)}${seen}`, width, indent, indent + 4);
  if (one.seen) return out;
  const lines = [...answerLines(voice, one), ...one.against.flatMap((obstacle) => obstacleLines(voice, obstacle, one))];
  for (const line of [...lines, ...originLines(voice, one)]) out.push(...wrap(line, width, indent + 4, indent + 6));
  return [...out, ...one.children.flatMap((child) => renderWhyNot(voice, width, child, depth + 1))];
}

/** What can be said before any test: it is there, or it was left out. */
function answerLines(voice: Voice, one: Derivation): string[] {
  if (one.against.length > 0) return [];
  const { node } = one;
  if (node.kind === 'line') {
    const out = node.steps.find((step) => step.step === 'leave-out');
    if (out === undefined) return [voice.say('why-not.exists')];
    return [voice.say('why-not.left-out'), ...becauseOf(voice, out.in ?? [])];
  }
  const holds = (node.kind === 'condition' && node.value === 'yes') || (node.kind === 'lever' && node.value === 'may');
  if (node.kind === 'lever' && node.value === 'has') return [voice.say('state.has')];
  return holds ? [voice.say('why-not.holds')] : detailLines(voice, one);
}

function becauseOf(voice: Voice, ids: readonly string[]): string[] {
  const words = ids.map((id) => reasonOf(voice, id.replace(/^when\//, '')));
  return words.filter((text) => text !== null).map((text) => voice.say('why.because', { text }));
}

function obstacleLines(voice: Voice, { test, distance, direction, questions }: Obstacle, one: Derivation): string[] {
  const tested = testLine(voice, test, one.person);
  const far = direction === 'over' ? 'test.over' : 'test.short';
  const line =
    distance === null ? tested : `${tested} → ${voice.say(far, { distance: distanceWords(voice, distance) })}`;
  return [
    line,
    ...questions.map((name) => `→ ${voice.say('why-not.question', { question: questionOf(voice, name) })}`),
  ];
}

function distanceWords(voice: Voice, distance: string): string {
  const [value = '', unit = ''] = distance.split(' ');
  return quantityWords(voice, value, unit);
}

/** Source, date and status; who set a value by hand; where it is written. */
function originLines(voice: Voice, one: Derivation): string[] {
  const out: string[] = [];
  const { source, override, place, node } = one;
  if (override !== null) {
    out.push(voice.say('why.worker', { by: override.by, reason: override.reason }));
    if (override.computed !== null) out.push(voice.say('why.computed-before', { value: override.computed }));
  }
  const status = one.status ?? ('status' in node ? node.status : null);
  const statusWords = status === null ? null : voice.say(`status.${status}`);
  if (source !== null) {
    const parts = [
      source.title,
      source.publisher,
      source.seen === null ? null : isoDate(voice.language, source.seen),
      statusWords,
    ];
    out.push(voice.say('why.source', { source: parts.filter((part) => part !== null).join(', ') }));
  } else if (statusWords !== null) {
    const note = status === 'assumption' ? voice.words(one.name, 'note') : null;
    out.push(note === null ? statusWords : voice.say('pair', { left: statusWords, right: note }));
  }
  if (place !== null) out.push(voice.say('why.place', { place: `${place.file}:${place.line}` }));
  return out;
}
