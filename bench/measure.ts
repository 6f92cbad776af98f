const WARM_MILLIS = 1500;

/** What the process has computed so far, in microseconds: others on the same machine do not count. */
export const computed = (): number => process.cpuUsage().user;

/** Median computing time of one run in microseconds: warmed up, then samples of as many runs as fill `millis`. */
export function microseconds(
  run: () => unknown,
  { samples = 9, millis = 60 }: { samples?: number; millis?: number } = {},
): number {
  const started = computed();
  let runs = 0;
  while (computed() - started < WARM_MILLIS * 1000) {
    run();
    runs++;
  }
  const perSample = Math.max(1, Math.round((runs * millis) / WARM_MILLIS));
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const before = computed();
    for (let n = 0; n < perSample; n++) run();
    times.push((computed() - before) / perSample);
  }
  return median(times);
}

/** As `microseconds`, for what returns a promise. */
export async function microsecondsOf(run: () => Promise<unknown>, samples = 9): Promise<number> {
  await run();
  await run();
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const started = performance.now();
    await run();
    times.push((performance.now() - started) * 1000);
  }
  return median(times);
}

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
