import { errorsOf, readWord, rowsIn, statesOf, valuesOf, wordsOf, writeError, writeState } from '../machine/batch.js';
import { addStep, noted, type Compiler } from '../compiler/compiler.js';
import { numberSlot, wordSlot } from '../compiler/new-slots.js';
import type { Context } from '../compiler/context.js';
import { KNOWN, OPEN, WORD_UNKNOWN, type IndexSlot, type NumberSlot, type WordSlot } from '../machine/slots.js';
import { finest, ofProduct, placesOf, WHOLE, type DecimalPlaces } from '../machine/decimal-places.js';
import { doubleOf } from '../machine/nums.js';
import { failedKernel } from '../kernels/patch.js';
import { gatherKernel } from '../kernels/table.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { sliceValue } from './slices.js';
import { isFailedKey, isOpenKey, mayBeLost } from './key.js';
import { type Lookup, type TableRef, lookupKey, lookupOf, columnOf, hitsOf } from './lookup.js';
import { learnSets, lost, takeHits, failed, exactOfHits, probeKeys, statusOfHits } from './hits.js';

/** What a table gives, as a number. */
export function tableNumber(c: Compiler, ref: TableRef, ctx: Context): NumberSlot {
  return noted(c, `${lookupKey(ref, ctx)} number ${ref.column ?? ''}`, () => {
    const lookup = lookupOf(c, ref, ctx);
    const results = lookup.results[columnOf(lookup, ref)]! as readonly (NumberSlot | null)[];
    const { hit } = lookup.table;
    const { rows, index, keys } = lookup;
    const fixed = Float64Array.from(results, (one) => (one?.constant == null ? 0 : doubleOf(one.constant)));
    const losing = keys.filter(mayBeLost).map((key) => key.slot);
    const stateful = losing.length > 0 || results.some((one) => one?.stateful === true);
    const slot: NumberSlot = numberSlot(c, {
      rows,
      reads: [index, ...results, ...keys.map((key) => key.slot)].filter((one) => one !== null),
      follows: lookup.slices !== null ? null : [index, ...results, ...losing].filter((one) => one !== null),
      stateful,
      whole: hit !== 'slices' && results.every((one) => one === null || one.whole),
      places: placesGiven(lookup, results),
      status: (batch, row) => statusOfHits(batch, lookup, results, row),
      exact: (batch, row) => exactOfHits(c, batch, lookup, results, row),
    });
    const known: number[] = [];
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      write: (to) => {
        const { batch } = to;
        const n = rowsOperand(rows);
        const [v, e, s] = [valuesOf(batch, slot), errorsOf(batch, slot), statesOf(batch, slot)];
        if (lookup.slices === null && !stateful) {
          const learn = to.call(() => learnSets(batch, lookup, results, fixed, known));
          const work = to.call(() => {
            const row = batch.asked;
            takeHits(batch, hit, results, fixed, hitsOf(batch, lookup, row), row, v, e, null);
          });
          to.op(gatherKernel, to.column(slot), to.column(index), to.list(known), learn, work, n);
          writeFailed(to, lookup, slot);
          return;
        }
        const mayBeOpen = keys.filter(({ slot: key }) => key?.kind === 'number' && key.stateful);
        const read = (row: number): void => {
          const hits = hitsOf(batch, lookup, row);
          if (stateful) s[row] = KNOWN;
          if (lookup.slices !== null) sliceValue(batch, lookup, lookup.slices, results, hits, row, v, e);
          else if (hits.length === 0) {
            v[row] = 0;
            e[row] = hit === 'sum' ? 0 : NaN;
            if (hit !== 'sum' && stateful && keys.some((key) => lost(batch, key, row))) {
              e[row] = 0;
              s[row] = OPEN;
            }
          } else takeHits(batch, hit, results, fixed, hits, row, v, e, stateful ? s : null);
          for (let i = 0; i < mayBeOpen.length; i++)
            if (isOpenKey(batch, mayBeOpen[i]!, row)) s[row] = Math.max(s[row]!, OPEN);
        };
        to.run(() => {
          for (let row = 0; row < rowsIn(batch, rows); row++) read(row);
        });
        writeFailed(to, lookup, slot);
      },
    });
    return slot;
  });
}

/** How fine what it gives is: of slices, a part of the amount times a rate. */
function placesGiven({ slices, keys }: Lookup, results: readonly (NumberSlot | null)[]): DecimalPlaces | null {
  const given = finest(results.map((one) => (one === null ? WHOLE : one.places)));
  if (slices === null) return given;
  const amount = keys.at(-1)!.slot as NumberSlot;
  const bounds = slices.flatMap(({ from, below }) => (below === null ? [from] : [from, below]));
  return ofProduct(finest([amount.places, ...bounds.map(({ value }) => placesOf(value))]), given);
}

/** Looked up with a key that cannot be had, a table gives no value: told where it is used. */
function writeFailed(to: Writer, { keys, rows }: Lookup, slot: NumberSlot): void {
  const worked = keys.filter((key) => key.slot?.kind === 'number' && key.slot.reads.length > 0);
  if (worked.length === 0) return;
  const { batch } = to;
  const mark = to.call(() => {
    for (let row = 0; row < rowsIn(batch, rows); row++) {
      if (!worked.some((key) => isFailedKey(batch, key, row))) continue;
      writeError(batch, slot, row, NaN);
      if (slot.stateful) writeState(batch, slot, row, KNOWN);
    }
  });
  to.op(failedKernel, mark);
}

/** What a table gives, as a word; `none` or no row leaves it unknown, and is told where it is used. */
export function tableWord(c: Compiler, ref: TableRef, ctx: Context): WordSlot {
  return noted(c, `${lookupKey(ref, ctx)} word ${ref.column ?? ''}`, () => {
    const lookup = lookupOf(c, ref, ctx);
    const results = lookup.results[columnOf(lookup, ref)]! as readonly (WordSlot | null)[];
    const { rows, index, keys } = lookup;
    const slot = wordSlot(c, {
      rows,
      reads: [index, ...results].filter((one): one is IndexSlot | WordSlot => one !== null),
      mayBeUnknown:
        results.some((one) => one?.mayBeUnknown === true) ||
        keys.some((key) => (key.slot?.kind === 'word' ? key.slot.mayBeUnknown : key.slot?.stateful === true)),
      probe: (batch, row) => {
        const at = hitsOf(batch, lookup, row)[0];
        probeKeys(batch, lookup, row);
        if (at === undefined ? !keys.some((key) => lost(batch, key, row)) : results[at] === null)
          failed(batch, lookup, row);
      },
    });
    addStep(c, {
      reads: slot.reads,
      writes: [slot],
      write: ({ batch, run }) => {
        const w = wordsOf(batch, slot);
        run(() => {
          for (let row = 0; row < rowsIn(batch, rows); row++) {
            const at = hitsOf(batch, lookup, row)[0];
            const failing = keys.some((key) => isFailedKey(batch, key, row));
            const result = at === undefined || failing ? null : (results[at] ?? null);
            if (result === null) batch.failed = true;
            w[row] = result === null ? WORD_UNKNOWN : readWord(batch, result, row);
          }
        });
      },
    });
    return slot;
  });
}
