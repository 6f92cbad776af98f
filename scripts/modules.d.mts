export declare function moduleOf(file: string): string | null;
export declare function makeModules(): void;
