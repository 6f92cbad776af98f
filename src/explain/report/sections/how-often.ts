import type { Voice } from '../../words/voice.js';

/** "36 months" as "every 3 years", "52 a year" as "52 times a year". */
export function howOften(voice: Voice, lasts: string): string {
  const [number = '', unit] = lasts.split(' ');
  const count = Number(number);
  if (unit === 'a')
    return count === 1 ? voice.say('report.every.years', { count }) : voice.say('lasts.year', { count });
  return count % 12 === 0 || (count > 24 && count % 6 === 0)
    ? voice.say('report.every.years', { count: count / 12 })
    : voice.say('report.every.months', { count });
}
