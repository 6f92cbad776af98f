/** What would replace a guess of the Belgian pack, by need, where it is more than shelf prices of one shop. */
export const FETCH: Readonly<Record<string, string>> = {
  'housing.energy':
    'Use of electricity and gas by number of persons in a well insulated rented home (CREG, VNR, CWaPE, Brugel); market prices of the month, by region.',
  'housing.water':
    'Unit prices in Flanders and Brussels after 2023; use of water of two and of four persons in 2023 (VMM).',
  'clothing.woman': 'Shelf prices of one low-price chain; the number of pieces and lifetimes of CEBUD.',
  'clothing.man': 'Shelf prices of one low-price chain; the number of pieces and lifetimes of CEBUD.',
  'clothing.toddler': 'Shelf prices of one low-price chain for children; how long a size lasts.',
  'clothing.child': 'Shelf prices of one low-price chain for children; how long a size lasts.',
  'clothing.teenager': 'Shelf prices of one low-price chain; how long a size lasts.',
  'personal-care.woman': 'Shelf prices of one supermarket and the price of a haircut (sector federation).',
  'personal-care.man': 'Shelf prices of one supermarket and the price of a haircut (sector federation).',
  'personal-care.teenager': 'Shelf prices of one supermarket; what a cut costs the young.',
  'mobility.car-sharing': 'The private tariff list of cambio, subscription included.',
  'leisure.holiday': 'Prices of simple lodging at the coast for four nights, by size of the family (Westtoer).',
  'leisure.activity': 'Ticket prices of a cinema chain, a cultural centre, a museum.',
  'leisure.club': 'Fees of local clubs (sports and culture federations).',
  'leisure.television-plan': 'Price of television beside internet at one operator.',
  'relations.gifts': 'How many gifts and of what price a reference budget counts (CEBUD).',
  'relations.union': 'Union fees before July 2024.',
  'relations.free-amount': 'The free amount of the edition now in use (CEBUD).',
  'relations.waste': 'Waste taxes and bags of the largest municipalities (OVAM, Bruxelles-Propreté).',
  'health.hospital-insurance': 'Premiums of the basic hospital insurance of three mutual funds, by age.',
  'health.pharmacy': 'Prices of one pharmacy for ten usual medicines.',
  'mobility.bicycle': 'Lifetimes of a bicycle and its parts; prices after 2020.',
  'mobility.bus':
    'The fares of De Lijn from 25 and with the increased reimbursement since April 2025, the yearly TEC pass of an adult, the STIB fare with the increased reimbursement.',
  'housing.upkeep': 'The usual cost of a boiler service; what tenants pay for small repairs (survey).',
  'housing.furniture': 'Shelf prices of one furniture chain.',
  'food.kitchen': 'Shelf prices of one appliance and one household chain.',
  'health.mutual-fund': 'The fee of a Walloon mutual fund.',
};
