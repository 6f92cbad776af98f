import { boundedOf } from './bounded.js';
import type { Batch, Layout, Memory } from './batch.js';

/** Makes the columns for so many rows. */
export function makeBatch(layout: Layout, bills: number, households: number, capacity: number): Batch {
  const room = Math.max(capacity, households);
  const stride = Math.ceil(room / 8) * 8;
  const { numbers, truths, words, indices } = layout;
  const shorts = words + indices;
  const buffer = new ArrayBuffer(stride * (17 * numbers.length + truths + 2 * shorts));
  const bounds = stride * 8 * numbers.length;
  const memory: Memory = {
    values: new Float64Array(buffer, 0, stride * numbers.length),
    errors: new Float64Array(buffer, bounds, stride * numbers.length),
    words: new Uint16Array(buffer, 2 * bounds, stride * shorts),
    states: new Uint8Array(buffer, 2 * bounds + 2 * stride * shorts, stride * numbers.length),
    truths: new Uint8Array(buffer, 2 * bounds + stride * (2 * shorts + numbers.length), stride * truths),
  };
  const batch: Batch = {
    layout,
    capacity: room,
    stride,
    households: [],
    count: 0,
    persons: 0,
    rows: new Int32Array(2),
    start: new Int32Array(households + 1),
    members: new Int32Array(households),
    household: new Int32Array(room),
    isMember: new Uint8Array(room),
    places: new Int32Array(room),
    asked: 0,
    answer: 0,
    memory,
    said: [],
    fine: false,
    saying: [],
    heard: null,
    memo: new Array<undefined>(stride * numbers.length),
    memoed: [],
    patches: new Map(),
    linePatches: new Map(),
    billNums: Array.from({ length: bills }, () => []),
    paidBills: new Uint8Array(bills),
    before: null,
    setBills: new Set(),
    failed: false,
  };
  for (const [column, { slot }] of numbers.entries()) {
    if (slot.constant === null) continue;
    const { value, error } = boundedOf(slot.constant);
    memory.values.fill(value, column * stride, (column + 1) * stride);
    memory.errors.fill(error, column * stride, (column + 1) * stride);
  }
  return batch;
}
