import { householdSchema } from '../household/schema.js';
import { oneOf } from './one-of.js';
import { openPack } from './open-pack.js';
import type { PackOptions } from './options.js';
import { badOption, type Outcome } from './outcome.js';

export interface SchemaCommand extends PackOptions {
  readonly lang?: string | undefined;
}

/** `schema [household|pack]`: JSON Schema of the households that a pack reads, or of the files of any pack. */
export async function schemaCommand(what: string, options: SchemaCommand): Promise<Outcome> {
  if (what !== 'household' && what !== 'pack') throw badOption(`"${what}" has no schema`, 'Choose household or pack.');
  const schema = what === 'household' ? await schemaOfHouseholds(options) : await packSchema(options);
  return { exit: 0, out: `${JSON.stringify(schema, null, 2)}\n`, notes: '' };
}

/** In any language that the pack speaks, for it has no words of the program's own. */
async function schemaOfHouseholds(options: SchemaCommand): Promise<object> {
  const pack = await openPack(options);
  if (options.lang === undefined) return householdSchema(pack);
  return householdSchema(pack, oneOf('lang', options.lang, pack.model.pack.languages));
}

async function packSchema({ lang }: SchemaCommand): Promise<object> {
  if (lang !== undefined) throw badOption('--lang says nothing about the schema of pack files', 'Leave out --lang.');
  const { packFileSchema } = await import('../language/json-schema.js');
  return packFileSchema();
}
