/** refbudget/node: packs and households from disk, and writing whole files. */
export type { HouseholdFile } from './household-file.js';
export { readHousehold } from './read-household.js';
export { readPack } from './read-pack.js';
export { packsOf, readRoot } from './read-root.js';
export type { SourceFile } from './read-text.js';
export { writeAtomically } from './write-atomically.js';
