/** Where the bundle of a file below the root is. */
export function bundleOf(entry: string): string;
/** Makes the bundle of a file below the root; gives its path. */
export function bundle(entry: string): string;
