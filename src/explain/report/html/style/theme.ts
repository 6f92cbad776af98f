/** Colours, chosen to be told apart without red and green, and to be read on both grounds (at least 4.5 : 1 for words). */
export const THEME = `
:root {
  color-scheme: light dark;
  --ground: #f6f5f1; --card: #ffffff; --ink: #1d2730; --soft: #55616b; --rule: #dcdfe1; --track: #e8eaec; --link: #174f82;
  --income: #1f6299; --need: #7b8893; --short: #b0441a; --left: #0f766e; --beyond: #d98b63; --mark: #1d2730;
  --fixed: #3a5f8a; --living: #0f766e; --reserve: #8f5c00;
  --given: #1f4e79; --official: #0f766e; --published: #5b9bb8; --press: #8a78b0; --assumption: #d9a441;
  --tint-short: #fbf0ea; --tint-left: #eaf4f2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12171b; --card: #1a2127; --ink: #e7ebee; --soft: #a8b4bd; --rule: #343f48; --track: #2b353d; --link: #8ec3f0;
    --income: #5ea8e0; --need: #8997a3; --short: #f29467; --left: #4dbfae; --beyond: #b96a42; --mark: #e7ebee;
    --fixed: #8bb4e3; --living: #4dbfae; --reserve: #e2ac55;
    --given: #7fb2e5; --official: #4dbfae; --published: #3f87a6; --press: #a897d1; --assumption: #c98f2c;
    --tint-short: #2c201b; --tint-left: #182926;
  }
}`;
