/** The text of docs/belgium.md: what the Belgian pack rests on, how far it lies from what is published, what to fetch next. */
import type { NeedLine } from '../../src/model/evaluation.js';
import type { Pack } from '../../src/model/pack.js';
import type { Distance } from './distance.js';
import { fetchPart } from './fetch.js';
import { needRows, personsOf, type Row } from './needs.js';
import { linesOf, sumOf } from './study.js';

const STATUSES = ['official', 'published', 'press', 'assumption'] as const;

export function documentText(raw: Pack, rows: readonly Distance[], factors: ReadonlyMap<string, number>): string {
  const needs = needRows(raw);
  return [
    '# What the Belgian budgets rest on',
    '',
    'Written by `npm run belgium`; a test holds it equal to the pack. Do not edit it.',
    'Amounts are euros a month in June 2024, in Flanders, at private rent, for healthy people without a car and without debts.',
    'A mean is that of the six typical families of the pack (`rules/be/families.yaml`).',
    '',
    '## In short',
    '',
    ...inShort(raw),
    '',
    'A line is as strong as its weakest number. A line whose price is sourced and whose quantity is our choice counts as assumed.',
    'A reference budget of 2024 uses some older tariffs: where the newest was not found, the last sourced one stands, and its note says so.',
    '',
    '## By basket',
    ...raw.model.pack.baskets.flatMap((basket) => basketPart(raw, basket, needs)),
    '',
    '## Calibration',
    '',
    'The pack as reasoned is the default. `--pack be-calibrated` multiplies the assumed lines of each basket by one factor between 0.80 and 1.25.',
    'A trace shows each factor as a step of its own. Sourced lines stay as they are. The factors are searched by `scripts/belgium/fit.ts`.',
    '',
    '| basket | factor |',
    '| --- | ---: |',
    ...[...factors].map(([basket, factor]) => `| ${nameOf(raw, basket)} | ${factor.toFixed(2)} |`),
    '',
    '## Distance to each published figure',
    '',
    '**F**: chose a factor. **P**: is itself a number of the pack. Neither validates anything. The others are told as they fall.',
    'Older amounts are brought to June 2024 by the price index. A distance of 0 % means that a band is met.',
    '',
    '| | figure | origin | published | raw | distance | calibrated | distance |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ figure, published, raw: one, calibrated }) => {
      const mark = { factor: '**F**', pack: '**P**', none: '' }[figure.use];
      return `| ${mark} | ${figure.name} | ${figure.origin} | ${published} | ${one.value} | ${one.distance} | ${calibrated.value} | ${calibrated.distance} |`;
    }),
    '',
    '### Where the pack stays outside a band, and why',
    '',
    '- Health: the published rule counts healthy persons, and each thing it names is priced: fund, premiums, doctor, dentist, pharmacy, screening, vaccines. Nothing named is left out. Glasses below 45 (half of those adults see badly, KCE 2013), straightened teeth, doctors without a contract and a long illness are asked about, and real bills replace the reference.',
    '- Hospital insurance in Wallonia and Brussels is within the fee of the fund; in Flanders it is a premium by age. So health weighs more in Flanders, and most from 70.',
    '- Personal care: no contents are published, and we found no need of hygiene that the list leaves out. It prices a house brand and a cheap hairdresser (the press of 2023 tells of 10 to 15 euros for a man at a small salon, 25 to 30 in a chain; we count 18, and 32 for a woman); more of each would be a guess made for the sake of the figure.',
    '- Child of 2: 162 of its 345 euros are the home. Rent of one more bedroom is the published one. Energy and water of one more person stand at 45 euros, against 29 published in 2020, 35 with the index: water follows what households use, electricity by number of persons is our choice (800 kWh for a second person; Belgian suppliers count 1,150, small Dutch flats use 690), and prices of energy rose faster than others. What is left, 183 euros, is 12 % of the budget; line by line nothing in it is of an older child or of an adult.',
    '- First child of 3 to 5: food and clothes weigh most, and follow published ages and growth; gifts, a party and a bed of one’s own begin at 3. Line by line a rule names each of them.',
    '- First child of 6 to 11: the Flemish school bill is the legal maximum, 16 euros a month. Gezinsbond counted 32 in primary school in 2018, with what no maximum covers (meals, care at noon); the real bill replaces ours, so nothing is added.',
    '- First child of 12 to 17: school is the median of 2017-18 with the price index (108 euros a month), pocket money the official rate of 2022, food from 14 the share of an adult in the Dutch model. The published 43 % is of an edition before these; no later fact contradicts one of them.',
    '- Children of 8 and 15: 2.19 comes from the edition of 2008. The later edition adds up to what we find: a couple is 1.30, a first child of primary school 0.33 and of secondary school 0.43, so 2.06. The two editions differ; we follow the later one.',
    '- Internet of one more person: the published 5 euros are a share of the bill of the family. One more person does not raise that bill, so it costs nothing more.',
    '- Boy and girl have a bedroom each once one of them is older than 12: the source does not say whether one is enough. The age is a parameter (`housing.shared-room-age`): 10 in social housing in Wallonia, 12 in Brussels. It weighs one bedroom, 110 to 130 euros a month.',
    '- Students of 2019-20: the editions of 2017-18 and 2021-22 are met more nearly; from one to the next the published living costs rose faster than prices.',
    '- A car: the four published amounts of a student’s car contradict one another (2,630 euros a year in 2019-20, 3,150 two years before). The latest, 3,800 in 2022-23, is the number of the pack.',
    '- A train pass of 26 kilometres (187 euros in 2017-18) and study material (723 in 2015-16) are parts of one published sum, and have no line of their own here.',
    '- A young person of 24 without studies: the figure of the Gezinsbond grows with age and follows the income of the family; ours is the one of 18 until 25. They then pay a mutual fund and have the free amount of an adult instead of pocket money.',
    '',
    '## What to fetch next',
    '',
    ...fetchPart(raw, needs, (id) => nameOf(raw, id)),
    '',
  ].join('\n');
}

function inShort(pack: Pack): readonly string[] {
  return [
    `| family | total | ${STATUSES.join(' | ')} | price sourced |`,
    `| --- | ---: | ${STATUSES.map(() => '---:').join(' | ')} | ---: |`,
    ...pack.families.map(({ id, household }) => {
      const lines = linesOf(pack, personsOf(household));
      const total = sumOf(lines);
      const part = (some: readonly NeedLine[]): string => `${((sumOf(some) / total) * 100).toFixed(0)} %`;
      const by = STATUSES.map((status) => part(lines.filter((line) => line.status.reference === status)));
      const priced = part(lines.filter(({ priceSourced }) => priceSourced));
      return `| ${nameOf(pack, id)} | ${total.toFixed(2)} | ${by.join(' | ')} | ${priced} |`;
    }),
  ];
}

function basketPart(pack: Pack, basket: string, needs: readonly Row[]): readonly string[] {
  const own = needs.filter((row) => row.basket === basket).sort((a, b) => b.euros - a.euros);
  if (own.length === 0) return [];
  const sum = (of: (row: Row) => number): number => own.reduce((total, row) => total + of(row), 0);
  const total = sum(({ euros }) => euros);
  const sourced = own.filter(({ assumed }) => assumed === 0);
  const assumed = own.filter((row) => row.assumed > 0);
  return [
    '',
    `### ${nameOf(pack, basket)}`,
    '',
    `Mean ${total.toFixed(2)}, of which ${((1 - sum((row) => row.assumed) / total) * 100).toFixed(0)} % sourced.`,
    ...(sourced.length === 0
      ? []
      : [
          '',
          'Sourced:',
          '',
          ...sourced.map((row) =>
            `- ${nameOf(pack, row.id)}, ${row.euros.toFixed(2)}. ${noteOf(pack, row.id)}`.trimEnd(),
          ),
        ]),
    ...(assumed.length === 0
      ? []
      : [
          '',
          'Assumed, in all or in part:',
          '',
          ...assumed.map((row) =>
            `- ${nameOf(pack, row.id)}, ${row.euros.toFixed(2)}. ${noteOf(pack, row.id)}`.trimEnd(),
          ),
        ]),
  ];
}

const nameOf = (pack: Pack, id: string): string => pack.texts['en']?.[id]?.label ?? id;
const noteOf = (pack: Pack, id: string): string => pack.texts['en']?.[id]?.note ?? '';
