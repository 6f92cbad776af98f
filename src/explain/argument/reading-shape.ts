/** A value with its unit, "" where it has none: "11" and "years", "87.36" and "EUR/month". */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** One end of what a test asks. `name` where the limit is a name of the pack; its value is null while it has none. */
export interface Bound {
  readonly is: 'from' | 'to' | 'above' | 'below';
  readonly limit: Quantity | null;
  readonly name: string | null;
}

/** What a test asks: one of some words or numbers, or to lie within bounds; `not` turns it round. */
export type Needed =
  | { readonly kind: 'one-of'; readonly values: readonly string[]; readonly not: boolean }
  | { readonly kind: 'bounds'; readonly bounds: readonly Bound[]; readonly not: boolean };
