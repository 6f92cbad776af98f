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
  comparison: ['dialogue', 'assessment', 'compiled', 'household', 'model', 'decimal', 'calendar'],
  dialogue: ['assessment', 'compiled', 'household', 'model', 'decimal', 'calendar'],
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

const aboveOf = (room) =>
  ROOMS.filter((other) => other !== room && !MAY_IMPORT[room].includes(other)).map((other) => ({
    regex: `^(\\.\\./)+${other}/`,
    message: `Imports run downwards only: ${room} may not import from ${other}.`,
  }));

const downwards = ROOMS.map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns: aboveOf(room) }] },
}));

/** Files that put data into words. What they say stands in the data: they read no condition and compute no amount. */
const WORDS_ALONE = {
  files: [
    'src/explain/argument/text/**/*.ts',
    'src/explain/words/**/*.ts',
    'src/explain/balance/**/*.ts',
    'src/explain/families/**/*.ts',
    'src/explain/sources/**/*.ts',
    'src/explain/report/{html,markdown,svg}/**/*.ts',
  ],
  // Shares for the eye and the places of a number; which question comes first.
  ignores: ['src/explain/words/numbers.ts', 'src/explain/balance/first-questions.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...aboveOf('explain'),
          {
            regex: '/model/(condition|expression|walk|behind|needs|numbers|facts)\\.js$',
            message: 'Words are made from data: read conditions and formulas where the data is made.',
          },
          {
            regex: '/(decimal|assessment/assess|household|comparison/what-if)(/|\\.js$)',
            message: 'Words are made from data: compute amounts where the data is made.',
          },
        ],
      },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: 'MemberExpression[property.name=/^(when|rule|effects|check)$/]',
        message: 'Words are made from data: a condition is read where the data is made.',
      },
      {
        selector: "CallExpression[callee.property.name='toLocaleString']",
        message: 'No locale in the library.',
      },
    ],
  },
};

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
      // There is neither an enum nor an instance to be mixed up, and these two take a third of all rules' time.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
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
  WORDS_ALONE,
  { files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'], rules: { '@typescript-eslint/require-await': 'off' } },
);
