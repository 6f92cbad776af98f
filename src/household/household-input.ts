/** An amount: a number or a text such as "690" or "320 EUR/year". */
export type AmountInput = number | string;

/** A person as written: `role` and `age` (or `born`), and the facts of the pack by their short name. */
export interface PersonInput {
  readonly id?: string;
  readonly role: 'head' | 'partner' | 'child' | 'parent' | 'other';
  /** Completed years. */
  readonly age?: number | string;
  /** `2017-03-02`, in place of `age`. */
  readonly born?: string;
  readonly [fact: string]: string | number | undefined;
}

/** A household in the one shape that YAML, JSON and TypeScript share. Packs refine it with their own facts. */
export interface HouseholdInput {
  readonly month?: string;
  readonly persons: readonly PersonInput[];
  readonly others?: readonly PersonInput[];
  readonly dwelling?: Readonly<Record<string, string | number>>;
  readonly household?: Readonly<Record<string, string | number>>;
  readonly incomes?: readonly {
    readonly of?: string;
    readonly kind: string;
    readonly amount: AmountInput;
    readonly times?: number | string;
  }[];
  readonly 'incomes-complete'?: 'yes' | 'no';
  readonly bills?: Readonly<Record<string, AmountInput | Readonly<Record<string, AmountInput>>>>;
  readonly overrides?: readonly {
    readonly line?: string;
    readonly name?: string;
    readonly amount?: AmountInput;
    readonly is?: string | number;
    readonly reason: string;
    readonly by: string;
  }[];
  /** Passed through, never read. */
  readonly about?: unknown;
}
