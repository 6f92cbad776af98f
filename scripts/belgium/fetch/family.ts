/** Childhood, leisure and relations: what is guessed in each assumed line, and what would replace it. */
export const FAMILY: Readonly<Record<string, string>> = {
  'childhood.baby-gear':
    'One baby shop’s prices of pushchair, seat and chair; what of it is bought second-hand (CEBUD baby budget).',
  'childhood.toys':
    'One shop’s prices of CE-marked toys (the source names Colruyt); how many a year the CEBUD list counts by age.',
  'childhood.hobby': 'What 12 to 17 year olds spend on games, books and music (youth survey); one shop’s prices.',
  'childhood.birthday':
    'Prices of one supermarket for pancakes, drinks and sweets for eight; what parents spend on a guest’s present.',
  'childhood.outing': 'Family fares of one animal park and one museum; the price of a drink there.',
  'childhood.club':
    'Fees of local sports clubs of children (Sport Vlaanderen, ADEPS); one sport shop’s price of kit and bag.',
  'childhood.culture': 'A child’s fare of one cinema chain and of one cultural centre in 2024.',
  'childhood.take-away': 'Price lists of one chip shop and one pizza shop, child’s portion too.',
  'childhood.phone':
    'One chain’s cheapest smartphone with three years of updates; what 12 to 17 year olds really use (Apestaartjaren).',
  'childhood.phone-plan':
    'The operators’ plans for the young before October 2024, month by month (BIPT/IBPT comparison).',
  'childhood.school-things':
    'One shop’s prices of bag, gym clothes, desk and lamp; the lists that schools give out; a school photographer’s price.',
  'childhood.childcare': 'Prices of free-price childcare in Flanders (Opgroeien); days a week actually used.',
  'childhood.after-school':
    'Prices of after-school care and play weeks of three municipalities; days a year that pupils stay.',
  'childhood.student-things':
    'The list of a student’s room behind the CEBUD student budget; one furniture chain’s prices.',
  'leisure.holiday':
    'Prices of simple lodging at the coast for four nights, by size of family (Westtoer); spending a day there.',
  'leisure.activity':
    'Full price of a cultural centre and a museum; which paid activities the CEBUD list counts in a year.',
  'leisure.club': 'Fees of adults’ local clubs (sports and culture federations); what a member needs besides.',
  'leisure.library':
    'What the poor really spend on books, papers and games (budget survey, Statbel); the card itself is sourced.',
  'leisure.television': 'One appliance chain’s cheapest television, radio and player; how long radio and games last.',
  'leisure.television-plan':
    'Price of internet with and without television at one operator on one day (BIPT/IBPT comparison).',
  'leisure.pets': 'A vet’s price list and one supermarket’s price of cat food; grams a day.',
  'relations.phone': 'One chain’s cheapest smartphone with three years of updates.',
  'relations.phone-plan': 'The cheapest plans of adults before October 2024, month by month (BIPT/IBPT comparison).',
  'relations.computer':
    'The cheapest laptop and printer of one chain; how long they last and how much ink a pupil uses (CEBUD list).',
  'relations.cosy-home': 'The monthly amount for a cosy home in the edition now in use (CEBUD).',
  'relations.guests':
    'How often guests come, and how many, in the focus groups of CEBUD; coffee and a meal at the food basket’s prices.',
  'relations.meals':
    'What a school or club asks for its supper and a brasserie for a dish of the day; meals out a year (CEBUD).',
  'relations.feasts': 'How many feast days a year the edition now in use counts (CEBUD); the meal itself is published.',
  'relations.big-feast': 'What the edition now in use counts for the big feast, by number of persons (CEBUD).',
  'relations.gifts': 'How many gifts, and of what price, the edition now in use counts (CEBUD).',
  'relations.free-amount': 'The free amount of the edition now in use, if it still has one (CEBUD).',
  'relations.union':
    'Union fees of 2022 to June 2024, worker, unemployed and inactive (ACV-CSC, ABVV-FGTB, ACLVB-CGSLB).',
  'relations.waste':
    'Tax and bags of the largest municipalities of Flanders by size of household (their tax rules); bags a year in Brussels (Bruxelles-Propreté).',
  'relations.waste-bags':
    'Bags a year by size of household in a Walloon municipality (intercommunale), with its tax rules.',
  'relations.bank': 'The highest price of the basic banking service since 2022 (FPS Economy, Moniteur each December).',
  'relations.papers': 'The price of a stamp and of certificates; how many formalities a household has a year (survey).',
  'relations.colleagues':
    'What a working adult has more than one who does not work in relations (CEBUD on working families).',
};
