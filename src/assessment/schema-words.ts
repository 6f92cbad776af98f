/** The words in which the schemas of the document are written. */
export type Schema = Readonly<Record<string, unknown>>;

export const TEXT: Schema = { type: 'string' };
export const MONTH: Schema = { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$' };
/** Money has the places of the pack's rounding step. */
export const MONEY: Schema = { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$' };
export const PLAIN: Schema = { type: 'string', pattern: '^-?\\d+(?:\\.\\d{1,24})?$' };

/** A map that holds all of these keys and no other; `optional` ones may be absent. */
export function closed(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  return { type: 'object', additionalProperties: false, required, properties };
}

export function array(items: Schema): Schema {
  return { type: 'array', items };
}

/** Null means that it does not apply. */
export function nullable(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}

export function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

/** An amount for each of some names. */
export function amountMap(names: readonly string[]): Schema {
  return closed(Object.fromEntries(names.map((name) => [name, MONEY])));
}
