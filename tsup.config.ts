import { defineConfig, type Options } from 'tsup';

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

// What is no dependency in package.json is taken into the bundles: decimal.js and @noble/hashes, since a package of its own
// takes longer to find and to read than what is needed of it.
const shared = { target: 'es2022', clean: false, splitting: true, sourcemap: false } as const;

/** The command shares the packs of the library, which are as large as all the rest. */
const packsOfTheLibrary: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'packs-of-the-library',
  setup: (build) => {
    build.onResolve({ filter: /^\.\/be\.js$/ }, () => ({ path: '../be.js', external: true }));
  },
};

export default defineConfig([
  { ...shared, entry: entriesIn('src', '.ts'), format: 'esm', dts: false },
  { ...shared, entry: entriesIn('src', '.ts'), format: 'cjs', dts: false },
  {
    // A bundle of its own: each file costs a start of the command most of a millisecond, and what it shared with the
    // library would be cut into twice as many. `yaml` is seventy files (its licence is put beside it: scripts/build.mjs).
    ...shared,
    entry: { main: 'src/cli/main.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    dts: false,
    noExternal: ['yaml'],
    esbuildPlugins: [packsOfTheLibrary],
    esbuildOptions: (options) => {
      options.alias = { yaml: './node_modules/yaml/browser/index.js' };
    },
  },
  {
    // The other thread of the command, one file.
    ...shared,
    entry: { 'witness-worker': 'src/cli/witness-worker.ts' },
    outDir: 'dist/cli',
    format: 'esm',
    dts: false,
    splitting: false,
  },
  {
    // From declarations that tsc wrote (scripts/build.mjs): bundling these takes a tenth of bundling them from source.
    entry: entriesIn('.cache/declarations', '.d.ts'),
    format: ['esm', 'cjs'],
    clean: false,
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
]);
