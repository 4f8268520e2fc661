import { beforeAll, describe, expect, it } from 'vitest';
import { THRESHOLD, toJudge, type Judge } from '../../../src/ingest/relevance.ts';
import { readContent } from '../../../src/library/from-files.ts';
import type { Content } from '../../../src/library/content.ts';

let content: Content;
let judge: Judge;
beforeAll(async () => {
  content = await readContent('content');
  const made = toJudge(content.library);
  if (!made) throw new Error('The glossary is empty.');
  judge = made;
});

/** Written for this test, with as many of our words as such articles honestly use. */
const elsewhere: readonly (readonly [title: string, text: string])[] = [
  [
    'Mechanical thrombectomy in acute ischaemic stroke: a longer window',
    'Patients with a blocked brain artery had thrombectomy within a day. Stent retrievers and aspiration catheters took the clot out. Thrombolysis with alteplase came first in half of them. Thrombectomy did better than thrombolysis alone, and embolism to new territory was rare. Each clot was weighed.',
  ],
  [
    'Radiofrequency ablation of varicose veins lasts ten years',
    'The great saphenous vein was closed with heat. Compression stockings were worn for a week. Reflux came back in a few legs. Venous ulcers healed faster, and the femoral vein stayed open. Deep vein thrombosis was seen in one patient.',
  ],
  [
    'Apixaban or warfarin in atrial fibrillation',
    'Anticoagulants prevent stroke and systemic embolism. Major bleeding was rarer with a direct oral anticoagulant. Clots form in the left atrium.',
  ],
  [
    'Thrombus aspiration in myocardial infarction',
    'Aspiration thrombectomy of a coronary artery did not lower mortality. Thrombus burden was high, and distal embolisation was scored.',
  ],
  [
    'Peripheral arterial disease: stents below the knee',
    'Coated stents for limb-threatening ischaemia. Catheter-directed thrombolysis was tried in some, thrombectomy in others.',
  ],
  [
    'Central venous catheters in children',
    'A line was laid into the subclavian vein under ultrasound. Infection was the main harm. A clot in the line was treated with alteplase.',
  ],
  [
    'Portal vein thrombosis in cirrhosis',
    'Anticoagulation opened the portal vein in half of the patients. Thrombus rarely grew on low-molecular-weight heparin.',
  ],
  [
    'Cerebral venous sinus thrombosis after vaccination',
    'Low platelets came together with clots. Heparin was avoided until a test came back.',
  ],
  [
    'Catheter treatment of pulmonary embolism',
    'Pulmonary embolism was treated by ultrasound-assisted thrombolysis or mechanical thrombectomy. Major bleeding was rare.',
  ],
  [
    'Intravascular ultrasound of the left main coronary artery',
    'Ultrasound from inside the artery guided the stent. Clot in the stent was rare on antiplatelet drugs.',
  ],
  ['Bone pain in Paget disease', 'The pelvis and the shin were scanned. No fracture and no clot was seen.'],
  ['Retinal vein occlusion', 'Injections improved sight in central retinal vein occlusion.'],
  [
    'Hospital opens a suite for interventional radiology',
    'Stroke, embolisation of fibroids and clot removal will be done there under live X-ray.',
  ],
  [
    'Deep learning reads chest X-rays',
    'A network of deep layers; NICE will look at it, CHEST has printed it. A paralysis of analysis was feared.',
  ],
  ['Rovers win the derby in added time', 'A late header settled it. The captain went off with a strained calf.'],
  ['Clotted cream, and the clothes to eat it in', 'Heat the cream gently until clots form.'],
];

/** Articles on what is done for our subject alone, or for its consequences, with no more of our words than they would have. */
const ours: readonly (readonly [title: string, text: string])[] = [
  ['Inferior vena cava filters', 'Filters are placed in the vena cava to prevent pulmonary embolism.'],
  ['Retrieval of caval filters in a registry', 'Most filters were retrieved within a year; two could not be.'],
  ['A dedicated venous stent at twelve months', 'Stents were placed in narrowed veins of the pelvis. Nine in ten were open.'],
  ['Iliac stenting for May-Thurner syndrome', 'An iliac stent held the vein open, and swelling went down.'],
  ['Rib resection in Paget-Schroetter syndrome', 'The first rib was taken out in all, and the arm was no longer swollen.'],
  ['Compression stockings after a first deep vein thrombosis', 'Stockings were worn for two years or not at all.'],
  ['Elastic compression to prevent post-thrombotic syndrome', 'Compression did not lower the rate of the syndrome.'],
];

/** Ours by what they look at, the narrowed veins of the pelvis, or by the words that they define, and off topic by their own. */
const neighbours = ['ivus-undated-venography-trial', 'nice-undated-glossary', 'schulman-2005-isth-bleeding', 'vidio-undated-ivus'];

describe('the relevance of an article', () => {
  it('is on topic for each of our own digests, with room to spare, but for two on narrowed veins without clot and two that define words', () => {
    const scores = content.files
      .filter((file) => file.collection === 'source')
      .map((file) => ({ id: file.id, ...judge({ title: (file.value as { title: string }).title, text: file.body }) }));
    expect(scores.length).toBeGreaterThanOrEqual(66);
    expect(scores.filter(({ onTopic }) => !onTopic).map(({ id }) => id)).toEqual(neighbours);
    expect(Math.min(...scores.filter(({ onTopic }) => onTopic).map(({ score }) => score))).toBeGreaterThan(THRESHOLD.article * 1.25);
  });

  it('is on topic for nearly all of our titles when there is nothing else to go by', () => {
    const missed = [...content.library.sources.values()].filter(({ title }) => !judge({ title, text: '' }).onTopic);
    expect(missed.map(({ id }) => id as string)).toEqual([
      'hudson-2025-risk-acceptance',
      'ivus-undated-venography-trial',
      'nice-undated-glossary',
      'nidirect-undated-pulmonary-embolism',
      'pengo-2018-traps',
      'schulman-2005-isth-bleeding',
      'vidio-undated-ivus',
    ]);
  });

  it.each(elsewhere)('is off topic for “%s”', (title, text) => {
    const { score, onTopic } = judge({ title, text });
    expect(onTopic).toBe(false);
    expect(score).toBeLessThan(THRESHOLD.article * 0.85);
  });

  it.each(ours)('is on topic for “%s”', (title, text) => {
    expect(judge({ title, text })).toMatchObject({ onTopic: true });
    expect(judge({ title, text: '' })).toMatchObject({ onTopic: true });
  });

  it('is off topic for clot in the lung alone, and says that it speaks of clots and of no vein', () => {
    const text = 'Ultrasound-assisted thrombolysis or mechanical thrombectomy was used in pulmonary embolism.';
    expect(judge({ title: 'Catheters for pulmonary embolism', text }).because).toMatch(/^relevance 0\.0, .*; nothing on veins$/);
    expect(judge({ title: 'Pulmonary embolism and deep vein thrombosis', text })).toMatchObject({ onTopic: true });
  });

  it('goes by what another site calls its subject', () => {
    const subject = { sides: [{ name: 'lungs', words: ['pulmon*', 'lung*'] }], both: [] };
    const other = toJudge({ ...content.library, site: { ...content.library.site, subject } });
    expect(other?.({ title: 'Catheters for pulmonary embolism', text: 'Clot in the lung.' })).toMatchObject({ onTopic: true });
    expect(other?.({ title: 'Clot in the thigh', text: 'A clot.' })).toMatchObject({ onTopic: false });
  });

  it('says which of our words stand in it, how often and where, and what is lacking', () => {
    const say = (title: string, text: string): string => judge({ title, text }).because;
    expect([
      say('Thrombectomy for DVT', 'A DVT was treated. The vein stayed open after thrombectomy.'),
      say('Thrombectomy for stroke', 'Thrombectomy took the clot out.'),
      say('Varicose veins', 'A vein was closed.'),
      say('A recipe', 'Stir.'),
      say('Venous thrombosis', ''),
    ]).toMatchInlineSnapshot(`
      [
        "relevance 3.5, at least 2.0: DVT ×2 (title), Thrombectomy ×2 (title), vein",
        "relevance 0.0, below 2.0: Thrombectomy ×2 (title), clot; nothing on veins",
        "relevance 0.0, below 2.0: veins (title), vein; nothing on clots",
        "relevance 0.0, below 2.0: none of our words",
        "relevance 1.0, at least 1.0: Venous (title), thrombosis (title)",
      ]
    `);
  });

  it('knows a name in the plural, with other hyphens and in French, and an abbreviation only in its own letters', () => {
    expect(judge({ title: 'Deep-vein thromboses', text: '' }).score).toBeGreaterThan(0);
    expect(judge({ title: 'Two DVTs', text: '' })).toMatchObject({ onTopic: true });
    expect(judge({ title: 'Thrombose veineuse profonde : un cas', text: '' })).toMatchObject({ onTopic: true, score: 2 });
    expect(judge({ title: 'Attract more clout with sox', text: '' }).score).toBe(0);
    expect(judge({ title: 'ATTRACT', text: '' }).score).toBeGreaterThan(0);
  });

  it('counts a name in the title for more than the same name below it', () => {
    const above = judge({ title: 'DVT', text: 'Nothing.' }).score;
    expect(above).toBeGreaterThan(judge({ title: 'Nothing', text: 'DVT.' }).score);
  });

  it('grows with mentions, ever more slowly', () => {
    const [one, two, twenty] = [1, 2, 20].map((times) => judge({ title: '', text: 'DVT. '.repeat(times) }).score) as [
      number,
      number,
      number,
    ];
    expect(two).toBeGreaterThan(one);
    expect(twenty).toBeLessThan(20 * one);
  });
});

it('nothing is judged without a glossary', () => {
  expect(toJudge({ ...content.library, terms: new Map() })).toBeUndefined();
});
