/** Who reads: a family sees no identifier and no free text of others, a researcher also places and sources with their dates. */
export const AUDIENCES = ['family', 'worker', 'researcher'] as const;
export type Audience = (typeof AUDIENCES)[number];
