import { IntlMessageFormat } from 'intl-messageformat';

export type Values = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/** An ICU message with its values; null when it is none, or lacks one of its values. */
export function message(text: string, language: string, values: Values): string | null {
  if (!/[{}']/.test(text)) return text;
  const key = `${language} ${text}`;
  try {
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format({ ...values }));
  } catch {
    return null;
  }
}
