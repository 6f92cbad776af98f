/** Plain data as JSON has it, frozen through and through: `for in` over parts that are objects, since a pack has many. */
export function frozen<T extends object>(value: T): T {
  for (const key in value) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null) frozen(inner);
  }
  return Object.freeze(value);
}
