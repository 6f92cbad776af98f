/** Which pack a command takes when none is named. */
export const DEFAULT_PACK = 'be';

/** The shipped packs by id; loaded when asked for. */
export const SHIPPED_PACKS = {
  be: async () => (await import('./be.js')).belgium,
} as const;
