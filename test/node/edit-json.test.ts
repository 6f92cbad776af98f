import { expect, test } from 'vitest';
import { editJson } from '../../src/node/edit-json.js';

test('a change of JSON keeps the order and the digits of all that it does not touch', () => {
  const text = '{"a": 1450.50, "list": [1, 2], "deep": {"x": [{"y": 1e2}], "none": null, "no": false}}';
  expect(editJson(text, [{ path: ['deep', 'new'], value: 'it’s "so"' }])).toBe(
    [
      '{',
      '  "a": 1450.50,',
      '  "list": [1, 2],',
      '  "deep": {',
      '    "x": [',
      '      { "y": 1e2 }',
      '    ],',
      '    "none": null,',
      '    "no": false,',
      '    "new": "it’s \\"so\\""',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
});

test('a file that is not there yet begins as a map; what is taken away is gone, what is changed is new', () => {
  const begun = editJson('', [{ path: ['persons', '+'], value: { id: 'a', age: '34' } }]);
  expect(JSON.parse(begun)).toEqual({ persons: [{ id: 'a', age: 34 }] });
  const changed = editJson(begun, [
    { path: ['persons', 0, 'age'], value: '35' },
    { path: ['persons', 0, 'id'], value: undefined },
  ]);
  expect(JSON.parse(changed)).toEqual({ persons: [{ age: 35 }] });
});
