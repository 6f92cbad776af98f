import type { Assessment } from './document.js';

/** Facts that were said but are not asked here, because what they apply to does not hold: `person.school@tom`. */
export const notAsked = ({ warnings }: Pick<Assessment, 'warnings'>): readonly string[] =>
  warnings.flatMap(({ code, names }) => (code === 'not-asked' ? names : []));
