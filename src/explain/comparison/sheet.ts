/** One block of a sheet: what is said, not how it is set. Text and Markdown are two ways of setting the same blocks. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly beside: string }
  | { readonly kind: 'heading'; readonly text: string; readonly columns: Columns }
  /** A row below the last heading; as many cells as it has columns, the last ones may be left out. */
  | {
      readonly kind: 'row';
      readonly label: string;
      readonly cells: readonly string[];
      readonly depth: number;
      readonly strong?: true;
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly depth: number }
  /** Lines set as they are: a chart. */
  | { readonly kind: 'drawing'; readonly lines: readonly string[] };

/** Heads and widths of the columns at the right of the labels. */
export interface Columns {
  readonly heads: readonly string[];
  readonly widths: readonly number[];
}

export const NO_COLUMNS: Columns = { heads: [], widths: [] };

export type Sheet = readonly Block[];

export function paragraph(text: string, depth = 1): Block {
  return { kind: 'paragraph', text, depth };
}

export function row(label: string, cells: readonly string[], depth = 1): Block {
  return { kind: 'row', label, cells, depth };
}

export function headingOf(text: string, columns: Columns = NO_COLUMNS): Block {
  return { kind: 'heading', text, columns };
}
