import tseslint from 'typescript-eslint';

/** Rooms from the roof to the ground: a file imports from rooms below its own, never from above. */
const MAY_IMPORT = {
  decimal: [],
  calendar: [],
  model: ['decimal', 'calendar'],
  household: ['model', 'decimal', 'calendar'],
  compiled: ['household', 'model', 'decimal', 'calendar'],
  reference: ['household', 'model', 'decimal', 'calendar'],
  assessment: ['compiled', 'reference', 'household', 'model', 'decimal', 'calendar'],
  verify: ['assessment', 'reference', 'household', 'model', 'decimal', 'calendar'],
  provenance: ['assessment', 'model', 'decimal', 'calendar'],
  families: ['assessment', 'model', 'decimal', 'calendar'],
  comparison: ['assessment', 'compiled', 'household', 'model', 'decimal', 'calendar'],
  dialogue: ['comparison', 'assessment', 'compiled', 'household', 'model', 'decimal', 'calendar'],
  explain: [
    'dialogue',
    'comparison',
    'provenance',
    'families',
    'assessment',
    'household',
    'model',
    'decimal',
    'calendar',
  ],
  language: ['household', 'model', 'decimal', 'calendar'],
  scenarios: ['assessment', 'reference', 'compiled', 'language', 'household', 'model', 'decimal', 'calendar'],
  node: ['language', 'household', 'model', 'decimal', 'calendar'],
  packs: ['household', 'model'],
  testing: ['verify', 'assessment', 'compiled', 'reference', 'household', 'model', 'decimal', 'calendar'],
  cli: [
    'node',
    'packs',
    'scenarios',
    'explain',
    'dialogue',
    'comparison',
    'provenance',
    'families',
    'verify',
    'assessment',
    'compiled',
    'reference',
    'language',
    'household',
    'model',
    'decimal',
    'calendar',
  ],
};
const ROOMS = Object.keys(MAY_IMPORT);

const downwards = ROOMS.map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: ROOMS.filter((other) => other !== room && !MAY_IMPORT[room].includes(other)).map((other) => ({
          regex: `^(\\.\\./)+${other}/`,
          message: `Imports run downwards only: ${room} may not import from ${other}.`,
        })),
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', 'src/**/*.generated.*', '**/*.mjs', '**/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    // One program for all files: a fifth faster than the language service.
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/node/**', 'src/cli/**', 'src/packs/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'Date', 'Intl'],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.property.name='toLocaleString']", message: 'No locale in the library.' },
      ],
    },
  },
  {
    files: ['src/explain/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'Date'] },
  },
  ...downwards,
  { files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'], rules: { '@typescript-eslint/require-await': 'off' } },
);
