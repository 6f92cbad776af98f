/** How a household's members grow older from month to month: by their dates of birth, not at all, or some of them. */
export type Ages = 'born' | 'said' | 'both';

/** Whether the ages of a household follow the month, from its input. */
export function agesOf(input: unknown): Ages {
  const persons = (input as { readonly persons?: unknown } | null)?.persons;
  const born = (Array.isArray(persons) ? persons : []).map((one) => (one as { readonly born?: unknown }).born != null);
  return !born.includes(true) ? 'said' : born.includes(false) ? 'both' : 'born';
}
