/** What the process has computed so far, in microseconds: others on the same machine do not count. */
export const computed = (): number => process.cpuUsage().user;

/** Code is hot once this many blocks of runs one after the other brought no gain; the compiler's threads count too. */
const STILL = 4;
const BLOCK_MILLIS = 400;
const GAIN = 0.03;
const MOST_BLOCKS = 30;

/** Runs until it gets no quicker; gives how many runs fill a block then. */
function warm(run: () => unknown): number {
  let best = Infinity;
  let perBlock = 1;
  for (let blocks = 0, still = 0; blocks < MOST_BLOCKS && still < STILL; blocks++) {
    const started = computed();
    let runs = 0;
    for (; computed() - started < BLOCK_MILLIS * 1000; runs++) run();
    const each = (computed() - started) / runs;
    still = each < best * (1 - GAIN) ? 0 : still + 1;
    best = Math.min(best, each);
    perBlock = Math.max(perBlock, runs);
  }
  return perBlock;
}

/** Median computing time of one run in microseconds, once it is hot: samples of as many runs as fill `millis`. */
export function microseconds(
  run: () => unknown,
  { samples = 9, millis = 60 }: { samples?: number; millis?: number } = {},
): number {
  const perSample = Math.max(1, Math.round((warm(run) * millis) / BLOCK_MILLIS));
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const before = computed();
    for (let n = 0; n < perSample; n++) run();
    times.push((computed() - before) / perSample);
  }
  return median(times);
}

/**
 * How much longer one run takes than another, in microseconds: a sample of each in turn, the median of what lies between
 * the two. Of two times taken one after the other, the drift of the machine would be part of the difference.
 */
export function microsecondsBetween(more: () => unknown, less: () => unknown): number {
  const perSample = Math.max(1, Math.round((Math.min(warm(more), warm(less)) * PAIR_MILLIS) / BLOCK_MILLIS));
  const sample = (run: () => unknown): number => {
    const before = computed();
    for (let n = 0; n < perSample; n++) run();
    return (computed() - before) / perSample;
  };
  return median(Array.from({ length: PAIRS }, () => sample(more) - sample(less)));
}

const PAIRS = 31;
const PAIR_MILLIS = 30;

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
