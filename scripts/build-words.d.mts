export declare const WORDS_MODULE: string;
export declare function wordsModule(): string;
export declare const HARD_WORDS_MODULE: string;
export declare function hardWordsModule(): string;
