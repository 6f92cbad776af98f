import type { Language } from '../language.js';
import type { Chart, Tone } from './chart.js';

/**
 * A report as plain data, from which HTML and Markdown are drawn. All words are in it, in one language; whatever draws it
 * adds none. Texts are plain: markup in them is shown as text.
 */
export interface ReportView {
  readonly lang: Language;
  readonly title: string;
  /** Words that stand on the page itself: the way to its sheets, the label of a chart's table. */
  readonly words: { readonly sheets: string; readonly asTable: string };
  readonly sheets: readonly SheetView[];
}

/** Who a sheet is for: the family (plain words, no ids, nothing a worker wrote) or the file (everything). */
export type Audience = 'family' | 'file';

export interface SheetView {
  /** For whom; of a page that is no report, what was tried or asked. */
  readonly id: Audience | 'income' | 'months' | 'answer' | 'difference';
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** Unique on its sheet. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | List | Terms | Table | ChartBlock | Shares | Verdict | Steps | Lines | Fold | Part;

export interface Paragraph {
  readonly kind: 'text';
  readonly text: string;
  /** `note` is set smaller; `strong` stands out. */
  readonly tone?: 'note' | 'strong';
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Entry[];
  /** What stands under a point is shown on demand. */
  readonly folded?: true;
  /** Many points of a few words: they may stand in columns. */
  readonly short?: true;
}

/** A point of a list, and what stands under it. */
export interface Entry {
  readonly text: string;
  readonly under?: readonly Entry[];
}

/** What something is called, and what it is: "Pack: be 0.1.0". */
export interface Terms {
  readonly kind: 'terms';
  readonly rows: readonly (readonly [string, string])[];
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  /** The first column holds words, the others amounts unless `words` says otherwise. */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  /** Columns, counted from 0, that hold words. */
  readonly words?: readonly number[];
  /** Head of a last column in which the `line` of each row is drawn. */
  readonly drawn?: string;
  /** Its cells are short: on a narrow screen it stays a table where others fold into cards. */
  readonly compact?: true;
}

export interface Row {
  readonly cells: readonly string[];
  readonly tone?: Tone;
  readonly total?: true;
  /** Where the first cell leads: http or https. */
  readonly url?: string;
  /** Values from left to right, drawn small on a scale of their own. */
  readonly line?: readonly number[];
}

/** A drawing with its name, what it shows in a sentence, and the same as a table. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly title: string;
  readonly description: string;
  /** The sentence speaks of bars and marks: where nothing is drawn it is left out. */
  readonly ofDrawing?: true;
  readonly chart: Chart;
  readonly table: Table;
  /** The table stands open. */
  readonly open?: true;
}

/** One bar cut into parts; the table after it says the same. */
export interface Shares {
  readonly kind: 'shares';
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
}

/** The answer in one sentence, and how far the income reaches. */
export interface Verdict {
  readonly kind: 'verdict';
  readonly tone: 'short' | 'left';
  readonly lead: string;
  readonly amount: string;
  readonly sentence: string;
  readonly note: string;
  readonly pair: readonly [Measure, Measure];
}

export interface Measure {
  readonly label: string;
  readonly amount: string;
  readonly value: number;
  readonly tone: Tone;
}

/** What to do, one after the other. */
export interface Steps {
  readonly kind: 'steps';
  readonly steps: readonly {
    readonly title: string;
    readonly amount: string;
    readonly details: readonly string[];
  }[];
}

/** Lines of the budget in groups, each with what is behind it folded under it. */
export interface Lines {
  readonly kind: 'lines';
  readonly heads: readonly string[];
  readonly groups: readonly LineGroup[];
  readonly total?: Row;
}

export interface LineGroup {
  readonly label: string;
  readonly amounts: readonly string[];
  readonly rows: readonly LineRow[];
}

export interface LineRow {
  readonly label: string;
  readonly amounts: readonly string[];
  readonly why: readonly Block[];
}

/** Something shown on demand. */
export interface Fold {
  readonly kind: 'fold';
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** A heading below a section's. */
export interface Part {
  readonly kind: 'part';
  readonly title: string;
  readonly amount?: string;
  readonly tone?: Tone;
  readonly blocks: readonly Block[];
}
