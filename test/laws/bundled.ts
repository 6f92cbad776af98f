import { bundle, bundleOf } from '../../scripts/bundle.mjs';

const TESTING = 'src/testing/index.ts';

/** Before the laws are tried: the code as it is now, in one module. */
export function setup(): void {
  bundle(TESTING);
}

/** `src/testing` from the bundle. */
export async function testing(): Promise<typeof import('../../src/testing/index.js')> {
  return (await import(bundleOf(TESTING))) as typeof import('../../src/testing/index.js');
}
