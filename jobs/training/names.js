// Writes names.json (type -> names) for entity swapping: people and places of many countries from @faker-js/faker (MIT),
// organisations composed of them.   usage: node names.js FAKER_PACKAGE_DIR > names.json
const path = require("path");
const { allLocales } = require(path.resolve(process.argv[2], "dist/cjs/index.js"));

let state = 1;                                       // a fixed random sequence (mulberry32): the same names on every run
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const strings = (x) => (Array.isArray(x) ? x.flatMap(strings) : x && typeof x === "object" ? Object.values(x).flatMap(strings)
  : typeof x === "string" ? [x] : []);
const latin = (s) => /^\p{Lu}[\p{Script=Latin}' .’-]+$/u.test(s) && s.length < 30;

const first = [], last = [], perLocale = [], cities = [], states = [];
for (const locale of Object.values(allLocales)) {
  const person = locale.person || {}, location = locale.location || {};
  const f = ["first_name", "female_first_name", "male_first_name"].flatMap((k) => strings(person[k])).filter(latin);
  const l = ["last_name", "female_last_name", "male_last_name"].flatMap((k) => strings(person[k])).filter(latin);
  if (f.length && l.length) perLocale.push([f, l]);
  first.push(...f); last.push(...l);
  cities.push(...strings(location.city_name).filter(latin));
  states.push(...strings(location.state).filter(latin));
}
const countries = strings(allLocales.en.location.country).filter(latin);
const make = (n, f) => [...new Set(Array.from({ length: n }, f))];

const person = () => {
  const [f, l] = random() < 0.8 ? pick(perLocale) : [first, last];
  const given = pick(f), family = pick(l), dice = random();
  return dice < 0.25 ? family : dice < 0.32 ? given + " " + pick("ABCDEFGHJKLMNPRSTW") + ". " + family
    : dice < 0.36 ? given + " " + family + "-" + pick(l) : dice < 0.40 ? given + " " + pick(f) + " " + family : given + " " + family;
};
const place = () => { const dice = random(); return pick(dice < 0.6 ? cities : dice < 0.85 ? countries : states); };
const organisation = () => pick([
  () => pick(last) + " " + pick(["Inc", "Corp", "Group", "Ltd", "Holdings", "Bank", "Partners", "Industries", "Media", "Capital", "Labs", "Energy", "Motors", "Foundation"]),
  () => pick(last) + " & " + pick(last),
  () => place() + " " + pick(["United", "City", "FC", "Times", "Post", "Herald", "University", "Police Department", "City Council", "Institute", "Stock Exchange", "Chamber of Commerce", "Health Authority"]),
  () => "University of " + place(),
  () => pick(["Bank of ", "Ministry of Health of ", "Supreme Court of ", "National Bank of ", "Communist Party of ", "Democratic Party of "]) + pick(countries),
  () => pick(["National", "Federal", "American", "European", "International", "World"]) + " " +
    pick(["Health", "Security", "Climate", "Trade", "Energy", "Election", "Press", "Farmers", "Teachers", "Immigration", "Data", "Football"]) + " " +
    pick(["Agency", "Council", "Commission", "Association", "Union", "Institute", "Fund", "Committee", "Bureau"]),
  () => pick(last) + pick(["soft", "tech", "Net", "Bank", "Media", "Health", "Pharma", "gen"]),
])();

console.log(JSON.stringify({ PER: make(9000, person), LOC: make(4000, place), ORG: make(3500, organisation) }));
