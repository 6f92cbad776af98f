/** The two totals of 2024, the shares of the baskets, and what a couple costs beside a single person. */
import type { Pack } from '../../../src/model/pack.js';
import { child, couple, coupleWithTwo, inBasket, linesOf, sumOf, woman, type Person } from '../study.js';
import { bothSexes, exactly, mean, single, total, type Figure } from './figure.js';

/** Baskets of 4 to 8 % each. Without a child there is no childhood: it is judged among families, and chooses no factor. */
export const CHOOSING = ['clothing', 'leisure', 'health', 'personal-care', 'mobility'] as const;
const SMALL = ['safety', 'rest', 'unforeseen'];

/** A basket's mean share over the typical families of the pack that have it, in Flanders. */
export function meanShare(pack: Pack, basket: string): number {
  const shares = pack.families.map(({ household }) => {
    const lines = linesOf(pack, (household as { persons: readonly Person[] }).persons);
    return sumOf(lines.filter(inBasket(basket))) / sumOf(lines);
  });
  return mean(shares.filter((share) => share > 0));
}

const housingShare = (pack: Pack, persons: readonly Person[]): number =>
  sumOf(linesOf(pack, persons).filter(inBasket('housing'))) / total(pack, persons);

const shareOf = (basket: string, use: Figure['use'], band: readonly [number | null, number | null]): Figure => ({
  name: basket === 'childhood' ? 'Share of childhood, with children' : `Share of ${basket}, mean`,
  unit: 'share',
  use,
  origin: 'CEBUD, Brussels 2023',
  published: () => band,
  of: (pack) => meanShare(pack, basket),
});

export const TOTALS: readonly Figure[] = [
  {
    name: 'Single, not working, 2024',
    unit: 'euro',
    use: 'factor',
    origin: 'CEBUD',
    published: exactly(1538.46),
    of: single,
  },
  {
    name: 'Couple, 2 and 4 years, 1 works, 2024',
    unit: 'euro',
    use: 'factor',
    origin: 'CEBUD',
    published: exactly(2757.51),
    of: (pack) => total(pack, coupleWithTwo),
  },
  ...CHOOSING.map((basket) => shareOf(basket, 'factor', [0.04, 0.08])),
  shareOf('childhood', 'none', [0.04, 0.08]),
  ...SMALL.map((basket) => shareOf(basket, 'none', [null, 0.02])),
  {
    name: 'Share of housing, mean',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD 2008',
    published: exactly(0.45),
    of: (pack) => meanShare(pack, 'housing'),
  },
  {
    name: 'Share of housing, single',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD, Brussels 2023',
    published: () => [0.5, null],
    of: (pack) => housingShare(pack, [woman]),
  },
  {
    name: 'Share of housing, lone parent, 2',
    unit: 'share',
    use: 'none',
    origin: 'CEBUD, Brussels 2023',
    published: () => [0.5, null],
    of: (pack) => housingShare(pack, [woman, child(2)]),
  },
  {
    name: 'Couple ÷ single, not active',
    unit: 'ratio',
    use: 'none',
    origin: 'CEBUD 2013-18',
    published: exactly(1654 / 1273),
    of: (pack) => total(pack, couple) / single(pack),
  },
  {
    name: 'Couple, 2 and 4 years ÷ single, 2024',
    unit: 'ratio',
    use: 'factor',
    origin: 'CEBUD',
    published: exactly(2757.51 / 1538.46),
    of: (pack) => total(pack, coupleWithTwo) / single(pack),
  },
  {
    name: 'Couple, 8 and 15 years ÷ single',
    unit: 'ratio',
    use: 'none',
    origin: 'CEBUD 2008',
    published: exactly(2151 / 980),
    of: (pack) =>
      bothSexes((eight) =>
        bothSexes((fifteen) =>
          total(pack, [...couple, child(8, { sex: eight }), child(15, { id: 'teen', sex: fifteen })]),
        ),
      ) / single(pack),
  },
];
