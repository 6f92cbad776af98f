import type { Assessment } from '../../assessment/document.js';
import type { Pack } from '../../model/pack.js';
import { balancePart } from './balance.js';
import { figurePart } from './figure.js';
import { head } from './head.js';
import { incomePart } from './income.js';
import type { Language } from '../language.js';
import { leverPart } from './lever.js';
import { groupPart, needPart } from './need.js';
import { noticePart, overridePart, warningPart } from './notice.js';
import type { Page } from './page.js';
import { policyPart } from './policy.js';
import { assumptionPart, disclaimer, qualityPart } from './quality.js';
import { questionPart } from './question.js';
import { harmlessLines } from '../words/harmless.js';
import { voiceOf } from '../words/voice.js';

export interface TextOptions {
  readonly lang: Language;
  /** Show every line of each basket. */
  readonly lines?: boolean;
  /** Columns of the page; 80 unless said. */
  readonly width?: number;
}

/** The balance as plain text for a terminal or a sheet of paper; words from the pack, else ids. Ends with a line feed. */
export function balanceText(assessment: Assessment, pack: Pack, options: TextOptions): string {
  const page: Page = {
    voice: voiceOf(pack, options.lang, assessment.month),
    assessment,
    width: Math.max(options.width ?? 80, 60),
    lines: options.lines ?? false,
  };
  const parts = [
    head,
    incomePart,
    needPart,
    groupPart,
    figurePart,
    balancePart,
    leverPart,
    policyPart,
    noticePart,
    warningPart,
    overridePart,
    questionPart,
    assumptionPart,
    qualityPart,
    disclaimer,
  ];
  return `${harmlessLines(parts.flatMap((part) => part(page))).join('\n')}\n`;
}
