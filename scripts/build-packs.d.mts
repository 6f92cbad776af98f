/** Path of each generated module, relative to the root → its text. */
export function generatedModules(): Promise<Map<string, string>>;
