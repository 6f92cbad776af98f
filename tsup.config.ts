import { defineConfig } from 'tsup';

const ENTRIES = {
  index: 'index',
  load: 'load',
  verify: 'verify/index',
  explain: 'explain/index',
  node: 'node/index',
  testing: 'testing/index',
  be: 'packs/be',
};

/** The entries below a folder: `src/index.ts`. */
const entriesIn = (folder: string, extension: string): Record<string, string> =>
  Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, `${folder}/${path}${extension}`]));

const shared = { target: 'es2022', clean: false, splitting: true, sourcemap: false } as const;

export default defineConfig([
  { ...shared, entry: { ...entriesIn('src', '.ts'), 'cli/main': 'src/cli/main.ts' }, format: 'esm', dts: false },
  { ...shared, entry: entriesIn('src', '.ts'), format: 'cjs', dts: false },
  {
    // From declarations that tsc wrote (scripts/build.mjs): bundling these takes a tenth of bundling them from source.
    entry: entriesIn('.cache/declarations', '.d.ts'),
    format: ['esm', 'cjs'],
    clean: false,
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
]);
