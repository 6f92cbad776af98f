/** Food, clothing, health and personal care: what is guessed in each assumed line, and what would replace it. */
export const BODY: Readonly<Record<string, string>> = {
  'food.kitchen':
    'Prices of one appliance chain and one household shop on one day; how long each thing lasts (Test-Achats on appliances).',
  'food.kitchen-supplies':
    'Shelf prices of one supermarket; how much of each a household buys a year (household budget survey, Statbel).',
  'food.packed-lunch':
    'How often working people buy a hot drink (CEBUD on working families); a shop’s price of lunch box and flask.',
  'food.student-kitchen':
    'The list of kitchen things of a student room behind the CEBUD student budget, with one shop’s prices.',
  'food.infant': 'The price of a tin of formula in one supermarket; grams a day by month of age (Kind en Gezin, ONE).',
  'food.gluten-free':
    'Prices of gluten-free bread, pasta and biscuits in one supermarket; grams a day from a dietician.',
  'food.gluten-refund': 'The monthly sum that the INAMI/RIZIV pays for coeliac disease, with its date.',
  'clothing.woman': 'Prices of one low-price clothing chain; the pieces and lifetimes of a woman in the CEBUD list.',
  'clothing.man': 'Prices of one low-price clothing chain; the pieces and lifetimes of a man in the CEBUD list.',
  'clothing.work': 'What a working adult has more than one who does not work in the CEBUD list; one chain’s prices.',
  'clothing.maternity': 'Prices of maternity wear in one chain; the pieces of the CEBUD baby budget.',
  'clothing.nursing': 'Prices of nursing wear in one chain; the pieces of the CEBUD baby budget.',
  'clothing.baby': 'Prices of baby clothes in one chain; months in each size by the growth charts of Kind en Gezin.',
  'clothing.toddler': 'Prices for ages 2 to 5 in one chain; months in each size by the growth charts of Kind en Gezin.',
  'clothing.child': 'Prices for ages 6 to 11 in one chain; months in each size by the Flemish growth charts.',
  'clothing.teenager': 'Prices of one low-price chain; how long 12 to 17 year olds wear a piece (CEBUD list).',
  'clothing.laundry': 'Price of a washing machine and an iron in one appliance chain; lifetimes of the small things.',
  'clothing.care':
    'A cobbler’s and a dry-cleaner’s price list; how often a household has things mended (budget survey, Statbel).',
  'health.pharmacy':
    'The public prices of ten common medicines (CBIP/BCFI list); how many boxes a healthy person uses a year (health survey, Sciensano).',
  'health.first-aid':
    'One pharmacy’s prices for the contents of a first-aid box as the Red Cross lists it; the usual expiry dates.',
  'health.contraception':
    'The public price of the cheapest refunded pill (CBIP/BCFI) and what the fund pays back from 25.',
  'health.protection': 'One supermarket’s price of condoms; how many are used a year (health survey, Sciensano).',
  'health.infant': 'One pharmacy’s prices of vitamin D, saline and cream; the doses that Kind en Gezin and ONE advise.',
  'health.pregnancy':
    'Co-payments of the visits, scans and birth of a normal pregnancy (INAMI/RIZIV); the bill of a shared room (mutual fund).',
  'health.prescribed': 'What a patient pays for prescribed medicines a year, by age (INAMI/RIZIV, IMA atlas).',
  'health.specialist':
    'Co-payments of specialist, blood test and physiotherapy (INAMI/RIZIV); contacts a year of people in good health (IMA atlas).',
  'health.dentist':
    'Co-payments of check and filling today, with and without the increased reimbursement (INAMI/RIZIV).',
  'health.screening':
    'The co-payment of a smear at the gynaecologist today (INAMI/RIZIV); that every three years is enough is the rule.',
  'health.vaccination':
    'What the patient pays for booster, pneumococcal and rotavirus vaccine (CBIP/BCFI, INAMI/RIZIV).',
  'health.doctor': 'Visits a year of healthy children and seniors (IMA atlas); the rule gives those of adults alone.',
  'health.glasses':
    'The cheapest frame with lenses of one optician chain; how often glasses are renewed (mutual fund).',
  'health.chronic-extras':
    'What chronically ill people pay beside the refund (KCE, patients’ associations), by illness.',
  'health.disability-aids': 'Prices of small aids in a home-care shop, less what the fund, AVIQ, VAPH or Phare pays.',
  'personal-care.woman':
    'Shelf prices of one supermarket; the price and number of haircuts of women (sector federation).',
  'personal-care.man': 'Shelf prices of one supermarket; the price and number of haircuts of men (sector federation).',
  'personal-care.teenager': 'Shelf prices of one supermarket; what a hairdresser asks from the young, by age.',
  'personal-care.child':
    'Shelf prices of one supermarket; a hairdresser’s price for a child; how much soap a child uses.',
  'personal-care.baby': 'Shelf prices of care and wipes in one supermarket; what CEBUD’s baby budget counts of each.',
  'personal-care.nappies':
    'At what age children leave nappies (ONE, Opgroeien), and how many a day by age; a pack’s price in one supermarket.',
  'personal-care.senior':
    'What a chiropodist asks, less what the mutual fund pays back; how often people of 65 and older go.',
  'personal-care.incontinence':
    'Prices of pads in a home-care shop; the yearly sum of the INAMI/RIZIV, to be subtracted.',
  'personal-care.bathroom':
    'Prices of one household chain for mirror, scales, mats and hair dryer; how long they last.',
  'personal-care.hand-soap':
    'Shelf prices of soap and toilet cleaner in one supermarket; bottles a year by size of household.',
};
