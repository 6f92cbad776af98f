export declare const WORDS_MODULE: string;
export declare function wordsModule(): string;
