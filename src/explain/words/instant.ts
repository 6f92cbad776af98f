const DAY = 86_400_000;

/** Milliseconds since 1970 of the beginning of a day, for Intl; counted, because nothing here may touch the clock. */
export function instantOf(year: number, month: number, day: number): number {
  // Years begin in March, so that the leap day is the last of a year.
  const y = month > 2 ? year : year - 1;
  const sinceMarch = (month + 9) % 12;
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return (days + Math.floor((153 * sinceMarch + 2) / 5) + day - 1 - 719_468) * DAY;
}
