/**
 * The nearest of some names to a word that is none of them, if one is near enough to be meant; ties by code unit. The
 * same words in another order are as near as can be; where none is near, the only name with all of them is meant.
 */
export function nearest(word: string, names: Iterable<string>): string | null {
  const all = [...names];
  let best: string | null = null;
  let least = Math.max(1, Math.round(word.length / 3)) + 1;
  for (const name of all) {
    const distance = inOrder(word) === inOrder(name) ? 1 : editDistance(word, name, least);
    if (distance < least || (distance === least && best !== null && name < best)) {
      best = name;
      least = distance;
    }
  }
  return best ?? onlyWithAllOf(word, all);
}

/** `unemployment` for `unemployment-benefit`. */
function onlyWithAllOf(word: string, names: readonly string[]): string | null {
  const words = wordsOf(word);
  const found = new Set(names.filter((name) => words.every((one) => wordsOf(name).includes(one))));
  const [only] = found;
  return found.size === 1 ? only! : null;
}

const wordsOf = (name: string): string[] => name.split(/[-. ]/);

/** `upper-secondary` and `secondary-upper` alike. */
function inOrder(name: string): string {
  return wordsOf(name).sort().join(' ');
}

/** Levenshtein's distance, with a swap of neighbours as one step; gives up past `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** So many names are listed whole; of more, which only a large pack has, the first few and how many are left. */
const LISTED = 80;
const FEW = 12;

/** `Did you mean "person.age"?`; where nothing is near, what else to do, or what may stand there. */
export function didYouMean(word: string, names: Iterable<string>, otherwise?: string): string {
  const all = [...new Set(names)];
  const near = nearest(word, all);
  if (near !== null) return `Did you mean "${near}"?`;
  if (otherwise !== undefined) return otherwise;
  if (all.length === 0) return 'Nothing may stand here.';
  if (all.length <= LISTED) return `One of: ${all.join(', ')}.`;
  return `One of: ${all.slice(0, FEW).join(', ')} and ${all.length - FEW} more.`;
}
