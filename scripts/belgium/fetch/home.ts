/** Housing, safety and rest: what is guessed in each assumed line, and what would replace it. */
export const HOME: Readonly<Record<string, string>> = {
  'housing.energy':
    'Electricity measured by number of persons without solar panels (Fluvius, CREG); heat of a well insulated rented flat by floor area (VEKA, energy certificates).',
  'housing.water':
    'Flemish price of a cubic metre after 2023 (VMM); use of two and of four persons in 2023 (VMM); use in Wallonia and Brussels (Aquawal, Vivaqua).',
  'housing.fire-insurance':
    'A tenant’s premium for a house of three bedrooms and an owner’s premium, from one insurer’s calculator.',
  'housing.upkeep':
    'What a tenant pays a year for small repairs (tenants’ union, survey of housing); what a painter’s shop asks for a room.',
  'housing.furniture':
    'Prices of one furniture chain; how long each piece lasts (CEBUD list, rules of insurers on wear).',
  'housing.tools': 'Prices of one do-it-yourself and one appliance chain; how long vacuum cleaner, mop and tools last.',
  'housing.cleaning':
    'Shelf prices of one supermarket; washes and bottles a year by size of household (Test-Achats, survey).',
  'housing.child-room':
    'One furniture chain’s prices of drawers, shelf and lamp; what the 5 euros of CEBUD for a room hold.',
  'housing.property-tax':
    'Indexation of the cadastral income from 2024 on (FPS Finance); the cadastral income of a modest house by municipality.',
  'housing.without-home':
    'What a night shelter, a shower, a locker and a launderette cost (Bruss’help, Steunpunt Mens en Samenleving).',
  'safety.home':
    'One do-it-yourself chain’s prices; what a fire brigade or Vias advises a home to have; expiry of extinguisher and alarm.',
  'safety.visibility': 'One shop’s price of a reflective vest; how long the reflection lasts (Vias).',
  'safety.small-child': 'One baby shop’s prices of gate and locks; the list of Kind en Gezin or ONE for a safe home.',
  'safety.senior': 'A home-care shop’s price of bar and shower seat; what the fall-prevention centre advises.',
  'rest.single-bed': 'One furniture chain’s prices of bed and bedding; lifetimes of frame, sheets and cover.',
  'rest.double-bed': 'One furniture chain’s prices of a double bed and bedding; lifetimes of frame, sheets and cover.',
  'rest.cot': 'One baby shop’s prices of cot and sleeping bags; how long a child sleeps in one (Kind en Gezin).',
  'rest.dark-quiet': 'One furniture chain’s price of blackout curtains and rods by window; windows of a bedroom.',
  'rest.guest': 'One sport shop’s price of mattress and sleeping bag; whether CEBUD counts a place for a guest.',
};
