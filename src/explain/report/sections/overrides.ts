import { overridden, withoutMark } from '../../balance/notice.js';
import { nameWords } from '../../words/names.js';
import { told, type Context } from '../context.js';
import type { Section } from '../view.js';

/** Judgements by hand beside what was computed; role and reason are for the file alone: they are a worker's own words. */
export function overrides(context: Context): Section | null {
  const { voice, assessment, audience } = context;
  if (assessment.overrides.length === 0) return null;
  const title = voice.say('overrides.title');
  const heads = ['', voice.say('needs.need'), voice.say('report.instead')];
  const rows = assessment.overrides.map(({ target, is, computed, reason, by }) => ({
    cells: [
      withoutMark(nameWords(voice, told(context, target))),
      overridden(voice, target, is),
      overridden(voice, target, computed),
      ...(audience === 'file' ? [by, reason] : []),
    ],
  }));
  const more = audience === 'file' ? [voice.say('report.by'), voice.say('report.reason')] : [];
  return {
    id: 'overrides',
    title,
    blocks: [{ kind: 'table', caption: title, heads: [...heads, ...more], words: [3, 4], rows }],
  };
}
