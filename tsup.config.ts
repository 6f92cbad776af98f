import { defineConfig } from 'tsup';

const shared = {
  target: 'es2022',
  clean: false,
  splitting: true,
  sourcemap: false,
  treeshake: true,
} as const;

export default defineConfig([
  {
    ...shared,
    entry: {
      index: 'src/index.ts',
      load: 'src/load.ts',
      verify: 'src/verify/index.ts',
      explain: 'src/explain/index.ts',
      node: 'src/node/index.ts',
      testing: 'src/testing/index.ts',
      be: 'src/packs/be.ts',
    },
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  { ...shared, entry: { 'cli/main': 'src/cli/main.ts' }, format: ['esm'], dts: false },
]);
