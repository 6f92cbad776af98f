/** Who computed a document. A test keeps the version equal to package.json. */
export const ENGINE = { name: 'refbudget', version: '0.1.0' } as const;
