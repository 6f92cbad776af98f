import { IntlMessageFormat } from 'intl-messageformat';

export type Values = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();

/** An ICU message with its values. A message that lacks one of its values, or is none, is shown as it is written. */
export function message(text: string, language: string, values: Values): string {
  if (!/[{}']/.test(text)) return text;
  const key = `${language} ${text}`;
  try {
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(text, language);
      formats.set(key, format);
    }
    return String(format.format({ ...values }));
  } catch {
    return text;
  }
}
