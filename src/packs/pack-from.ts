import type { Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import { frozen } from './frozen.js';
import { fromParts, type Parts } from './parts.js';

/** A linked pack as the build writes it: JSON of the model in its parts, and of what stands beside it. */
export interface Written {
  readonly digest: string;
  readonly model: string;
  /** By language. */
  readonly texts: Readonly<Record<string, string>>;
  /** File by file, then by id: line and column. */
  readonly places: string;
  readonly families: string;
}

/**
 * A shipped pack. Words and places change no number and are as long as the model: they are read when first asked for,
 * words a language at a time.
 */
export function packFrom<H>({ digest, model, texts, places, families }: Written): Pack<H> {
  const languages: PropertyDescriptorMap = {};
  for (const [language, json] of Object.entries(texts)) languages[language] = readLater(json);
  return Object.freeze(
    Object.defineProperties(
      {
        model: fromParts(JSON.parse(model) as Parts) as Model,
        texts: Object.freeze(Object.defineProperties({}, languages)),
      },
      {
        places: readLater(places, placesIn),
        families: readLater(families),
        digest: { enumerable: true, value: digest },
      },
    ),
  ) as Pack<H>;
}

/** A property that is read from its JSON once, when somebody looks. */
function readLater(json: string, made: (read: object) => object = (read) => read): PropertyDescriptor {
  let read: object | null = null;
  return { enumerable: true, get: () => (read ??= frozen(made(JSON.parse(json) as object))) };
}

function placesIn(files: object): Pack['places'] {
  const places: Record<string, Pack['places'][string]> = {};
  for (const [file, ids] of Object.entries(files as Record<string, Record<string, [number, number]>>))
    for (const [id, [line, column]] of Object.entries(ids)) places[id] = { file, line, column };
  return places;
}
