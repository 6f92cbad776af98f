import type { Place } from '../../model/pack.js';
import type { Linked } from '../linked.js';

/** Tells what is the pack's own: of an overlay, what its files say; the pack below is judged by itself. */
export function isOwn({ model }: Linked): (place: Place) => boolean {
  const [id] = model.pack.overlays.at(-1)?.split(' ') ?? [];
  return id === undefined ? () => true : ({ file }) => file.split('/')[1] === id;
}
