/** A sentence, and what stands indented below it. */
export interface Told {
  readonly says: string;
  readonly below: readonly Told[];
}
