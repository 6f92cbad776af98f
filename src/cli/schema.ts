import { householdSchema } from '../household/schema.js';
import { openPack } from './open-pack.js';
import type { PackOptions } from './options.js';
import { badOption, type Outcome } from './outcome.js';

export interface SchemaCommand extends PackOptions {
  readonly lang?: string | undefined;
}

/** `schema [household|pack]`: JSON Schema of the households that a pack reads, or of the files of any pack. */
export async function schemaCommand(what: string, options: SchemaCommand): Promise<Outcome> {
  if (what !== 'household' && what !== 'pack') throw badOption(`"${what}" has no schema`, 'Choose household or pack.');
  const schema = what === 'household' ? householdSchema((await openPack(options)).pack) : await packSchema();
  return { exit: 0, out: `${JSON.stringify(schema, null, 2)}\n`, notes: '' };
}

async function packSchema(): Promise<object> {
  const { packFileSchema } = await import('../language/json-schema.js');
  return packFileSchema();
}
