/** Makes a folder of digest files with the faults that such folders have. Deterministic; every sentence is made up here. */

export interface MadeDigest {
  readonly name: string;
  readonly text: string;
  readonly becomes: 'drafted' | 'known' | 'off-topic' | 'refused';
  /** What its line must say: the field at fault, the file that it repeats, why it is off topic. */
  readonly says?: RegExp;
}

const veins = ['iliac', 'femoral', 'popliteal', 'common femoral', 'calf'];
const acts = ['thrombectomy', 'catheter-directed thrombolysis', 'aspiration', 'a stent', 'a filter'];
const places = ['Northam', 'Eastwick', 'Southmere', 'Westrow', 'Midholt', 'Farley', 'Nearby'];
const aside: readonly (readonly [string, string])[] = [
  [
    'Stroke teams meet in',
    'Thrombectomy for stroke was talked about, and who should drive the van that brings the clot to the angiography suite of',
  ],
  ['A new car park for the clinic of', 'Two hundred places were painted white, and the barrier opens by itself for the staff of'],
  ['Varicose veins are closed with heat in', 'The saphenous vein was closed, and everybody walked home the same day from the clinic of'],
];

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const two = (n: number): string => String(n).padStart(2, '0');
const day = (i: number): string => `20${two(18 + (i % 8))}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`;

interface Parts {
  readonly title?: string;
  readonly date?: string;
  readonly sourceUrl?: string;
  readonly summary?: string;
  readonly image?: string;
  readonly permalink?: string;
}

function toText(i: number, { title, date, sourceUrl, summary, image, permalink }: Parts): string {
  const teaser = summary ?? summaryOf(i);
  return [
    '---',
    ...(title === undefined ? [] : [`title: ${title}`]),
    `date: "${date ?? `${day(i)}T09:00:00.000Z`}"`,
    `summary: "${teaser}"`,
    'importance: ""',
    `sourceUrl: "${sourceUrl ?? addressOf(i)}"`,
    'tags: ["Country", "News", "Example Vein News — Latest"]',
    `permalink: "${permalink ?? `/papers/${day(i)}-story-${i}`}"`,
    `imageUrl: "${image ?? `https://news.example/img/${i}.png`}"`,
    'imageCredit: "Picture of the article"',
    '---',
    '',
    '## In brief',
    '',
    teaser,
    '',
  ].join('\n');
}

const addressOf = (i: number): string => `https://www.examplevein.example/story-${i}/`;
const titleOf = (i: number): string => `Deep vein thrombosis in ${pick(places, i)}: story ${i}`;
const summaryOf = (i: number): string =>
  `Clot in the ${pick(veins, i)} vein was treated by ${pick(acts, i)} in ${pick(places, i)}, and DVT number ${i} was counted by hand [&#8230;]`;

/** What the file with this number is. A story that repeats another repeats the one of ten numbers before. */
function make(i: number): MadeDigest {
  const name = `story-${String(i).padStart(4, '0')}.md`;
  const drafted = (parts: Parts): MadeDigest => ({ name, text: toText(i, { title: `"${titleOf(i)}"`, ...parts }), becomes: 'drafted' });
  const refused = (parts: Parts, says: RegExp): MadeDigest => ({
    name,
    text: toText(i, { title: `"${titleOf(i)}"`, ...parts }),
    becomes: 'refused',
    says,
  });
  const [opens, tells] = pick(aside, i);
  switch (i % 30) {
    case 0:
      return refused({ sourceUrl: '[object Object]' }, /`sourceUrl` is `\[object Object\]`/);
    case 3:
      return refused({ date: '2021-02-30' }, /`date` is `2021-02-30`, expected a day that exists/);
    case 6:
      return { name, text: toText(i, {}), becomes: 'refused', says: /`title` is missing or empty/ };
    case 9:
      return refused({ title: `"A "quoted" story ${i}"` }, /Line 2, .* cannot be read/);
    case 12:
      return refused({ title: 'undefined', sourceUrl: 'undefined' }, /`title` is `undefined`.*`sourceUrl` is `undefined`/);
    case 15:
      return drafted({ title: `"\\"Wall\\" and \\"wall\\": deep vein thrombosis, story ${i}"` });
    case 18:
      return drafted({ image: '' });
    case 21:
    case 24:
    case 27:
      return {
        name,
        text: toText(i, { title: `"${opens} ${pick(places, i)}, story ${i}"`, summary: `${tells} ${pick(places, i)}.` }),
        becomes: 'off-topic',
        says: /relevance \d\.\d, below 2\.0: /,
      };
    case 29:
      return {
        name,
        text: toText(i, {
          title: `"${titleOf(i - 10)}"`,
          sourceUrl: `http://examplevein.example/story-${i - 10}?utm_source=digest`,
          permalink: `/papers/again-${i}`,
        }),
        becomes: 'known',
        says: new RegExp(`is content/sources/\\S+\\.md \\(the same address; dated ${day(i - 10)} there and ${day(i)} here`),
      };
    default:
      return drafted({});
  }
}

/** The first `count` files, in the order in which they are numbered. */
export const madeDigests = (count: number): MadeDigest[] => Array.from({ length: count }, (_, i) => make(i));
