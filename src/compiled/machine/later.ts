/** Made when it is first asked for. */
export function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made === undefined ? (made = make()) : made);
}
