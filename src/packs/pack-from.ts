import type { Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import { frozen } from './frozen.js';

/** A linked pack as the build writes it: JSON of the model, and of what stands beside it. */
export interface Written {
  readonly digest: string;
  readonly model: string;
  readonly beside: string;
}

type Beside = Pick<Pack, 'texts' | 'places' | 'families'>;

/** A shipped pack. Words and places change no number and are as long as the model: they are read when first asked for. */
export function packFrom<H>({ digest, model, beside }: Written): Pack<H> {
  let read: Beside | null = null;
  const others = (): Beside => (read ??= frozen(JSON.parse(beside) as Beside));
  return Object.freeze({
    model: frozen(JSON.parse(model) as Model),
    get texts() {
      return others().texts;
    },
    get places() {
      return others().places;
    },
    get families() {
      return others().families;
    },
    digest,
  });
}
