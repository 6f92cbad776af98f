import { ENGINE } from '../../assessment/engine.js';
import type { ReportView, Section, SheetView } from './view.js';
import { labelOf } from '../words/names.js';
import type { Voice } from '../words/voice.js';

export interface ShortPage {
  readonly id: SheetView['id'];
  readonly title: string;
  /** What it is about: a month, or several. */
  readonly beside: string;
  readonly policy: string | null;
  /** What is said before the first section. */
  readonly intro?: readonly string[];
  readonly sections: readonly Section[];
}

/** A page with one sheet; it ends with what it is for and what it was made with. */
export function shortPage(voice: Voice, { id, title, beside, policy, intro = [], sections }: ShortPage): ReportView {
  const { id: pack, version } = voice.pack.model.pack;
  const versions: Section = {
    id: 'versions',
    title: voice.say('report.versions'),
    blocks: [
      { kind: 'text', tone: 'strong', text: voice.say('illustration') },
      {
        kind: 'terms',
        rows: [
          [voice.say('report.pack'), `${pack} ${version}`],
          [voice.say('report.program'), `${ENGINE.name} ${ENGINE.version}`],
        ],
      },
    ],
  };
  return {
    lang: voice.language,
    title,
    words: { sheets: voice.say('report.sheets'), asTable: voice.say('report.as-table') },
    sheets: [
      {
        id,
        title: beside,
        intro: [...(policy === null ? [] : [voice.say('head.policy', { policy: labelOf(voice, policy) })]), ...intro],
        sections: [...sections, versions],
      },
    ],
  };
}
