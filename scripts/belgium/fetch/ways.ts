/** Mobility and the unforeseen: what is guessed in each assumed line, and what would replace it. */
export const WAYS: Readonly<Record<string, string>> = {
  'mobility.bicycle':
    'Prices of a town bicycle, helmet and lock after 2020 in one chain; how long each lasts (cyclists’ federation).',
  'mobility.bicycle-gear':
    'One bicycle chain’s prices of bags, lamp and tubes; how often a daily cyclist replaces them.',
  'mobility.child-bicycle':
    'Price of a second-hand child’s bicycle at a recycling shop; how long a child rides one size.',
  'mobility.child-seat': 'Price of a child seat in one bicycle chain; the years it is used.',
  'mobility.train': 'SNCB/NMBS fares of the Multi cards from February 2024 to October 2025, with the half fare.',
  'mobility.car-sharing':
    'Hours and kilometres of half a day and of a day in the CEBUD list; the cambio tariff with the cheapest subscription.',
  'mobility.bus':
    'The fares of De Lijn from 25 and with the increased reimbursement since April 2025, the yearly TEC pass of an adult, the STIB fare with the increased reimbursement.',
  'mobility.rides': 'Fares of a flex bus, a social taxi and car pooling by kilometre; rides a month where no bus runs.',
  'mobility.commute':
    'The SNCB/NMBS table of monthly passes by distance for the year; the employer’s part by the collective agreement.',
  'mobility.car-far':
    'Cost of a further kilometre of a small second-hand car today (Touring, VAB); the source gives no kilometres.',
  'unforeseen.home':
    'What tenants paid in a year for repairs, locks and leaks that came unawares (EU-SILC, survey of households).',
  'unforeseen.person': 'What adults paid in a year for losses, funerals and urgent care (survey of households).',
  'unforeseen.child':
    'What parents paid in a year for lost things, breakage and sick days (Gezinsbond, Ligue des familles).',
};
