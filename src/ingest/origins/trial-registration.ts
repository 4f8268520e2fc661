/** A study as ClinicalTrials.gov gives it (version 2): what is planned and how far it is. It describes a trial and reports none. */
import { readIssued, toDate, toWholeDay } from '../field-date.ts';
import { toAuthor } from '../names.ts';
import type { Origin, ExtractedArticle } from '../document.ts';
import { isRefusal, filled } from '../raw-article.ts';
import { toRecordText } from '../plain-text.ts';
import { listAt, objectAt, parseJson, textAt, textsAt, toJsonSnapshot, valueAt, without, type Json } from '../record/values.ts';
import { interestDoubts, toRecordArticle } from '../record/record-article.ts';

const NAME = 'ClinicalTrials.gov';
const RUNNING = /^(?:NOT_YET_RECRUITING|RECRUITING|ENROLLING_BY_INVITATION|ACTIVE_NOT_RECRUITING|SUSPENDED|AVAILABLE)$/;

const words = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** How the trial stands, by the record. */
function readStatus(protocol: Json): { readonly status: string; readonly completion: string | undefined; readonly says: string } {
  const state = objectAt(protocol, 'statusModule');
  const status = textAt(state, 'overallStatus') ?? 'UNKNOWN';
  const completion = toDate(textAt(state, 'completionDateStruct', 'date'));
  const primary = toDate(textAt(state, 'primaryCompletionDateStruct', 'date'));
  const kind = textAt(state, 'completionDateStruct', 'type');
  const day = completion ? `${completion}${kind ? ` (${words(kind)})` : ''}` : 'not given';
  const end = textAt(state, 'whyStopped') ? '; the record gives a reason in `whyStopped`' : '';
  const then = RUNNING.test(status)
    ? 'Check that `pending` says so.'
    : status === 'COMPLETED'
      ? 'Nothing is pending: look for its results, and take the paper as the source.'
      : `Nothing is pending. Say in the digest what became of it${end}.`;
  const says = `The registry calls it “${words(status)}”; completion ${day}${primary ? `, main outcome ${primary}` : ''}. ${then}`;
  return { status, completion, says };
}

/** Papers that the record names, where it has their PubMed numbers. */
function paperDoubts(record: Json): string[] {
  const papers = listAt(record, 'protocolSection', 'referencesModule', 'references');
  const numbers = papers.flatMap((one) => (/^(?:RESULT|DERIVED)$/.test(textAt(one, 'type') ?? '') ? (textAt(one, 'pmid') ?? []) : []));
  const named = numbers.slice(0, 5).map((pmid) => `pmid:${pmid}`);
  return [
    ...(named.length > 0 ? [`The record names papers on it: ingest ${named.join(', ')}.`] : []),
    ...(valueAt(record, 'hasResults') === true
      ? ['Read the results that the registry itself holds: its page shows them under “Results posted”.']
      : []),
  ];
}

function sponsorsOf(protocol: Json): string[] {
  const { leadSponsor, collaborators } = objectAt(protocol, 'sponsorCollaboratorsModule');
  return [leadSponsor, ...listAt(collaborators)].flatMap((party) => {
    const [name, kind] = [textAt(party, 'name'), textAt(party, 'class')];
    return name ? [kind && kind !== 'OTHER' ? `${name} (${words(kind)})` : name] : [];
  });
}

/** The parts of the record that an editor can point to: the heading of its page, where it stands, and the fields of a list that say it. */
const parts: readonly (readonly [heading: string, module: string, field: string, ...within: string[]])[] = [
  ['Brief Summary', 'descriptionModule', 'briefSummary'],
  ['Detailed Description', 'descriptionModule', 'detailedDescription'],
  ['Conditions', 'conditionsModule', 'conditions'],
  ['Arms and Interventions', 'armsInterventionsModule', 'armGroups', 'label', 'description'],
  ['Primary Outcome Measures', 'outcomesModule', 'primaryOutcomes', 'measure', 'description', 'timeFrame'],
  ['Secondary Outcome Measures', 'outcomesModule', 'secondaryOutcomes', 'measure', 'description', 'timeFrame'],
  ['Eligibility Criteria', 'eligibilityModule', 'eligibilityCriteria'],
];

function partsOf(protocol: Json): { heading: string; text: string }[] {
  return parts.flatMap(([heading, module, field, ...within]) => {
    const rows = listAt(protocol, module, field).flatMap((one) => within.flatMap((each) => textAt(one, each) ?? []));
    const text = textAt(protocol, module, field) ?? [...textsAt(protocol, module, field), ...rows].join('\n');
    return text ? [{ heading, text }] : [];
  });
}

function toArticle(record: Json): ReturnType<typeof toRecordArticle> {
  const protocol = objectAt(record, 'protocolSection');
  const { status, completion, says } = readStatus(protocol);
  const identity = objectAt(protocol, 'identificationModule');
  const state = objectAt(protocol, 'statusModule');
  const nct = textAt(identity, 'nctId') ?? '';
  const title = textAt(identity, 'officialTitle') ?? textAt(identity, 'briefTitle');
  const { issued, doubts } = readIssued([textAt(state, 'studyFirstPostDateStruct', 'date') ?? '']);
  const acronym = textAt(identity, 'acronym');
  const article = toRecordArticle({
    registrar: NAME,
    title: title && toRecordText(title),
    guess: { kind: 'trial-protocol', because: 'it is the entry of a study in a registry, which says what is planned' },
    authors: toAuthor(undefined, undefined, textAt(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'name')),
    issued,
    updated: toWholeDay(textAt(state, 'lastUpdatePostDateStruct', 'date')),
    container: NAME,
    url: `https://clinicaltrials.gov/study/${nct}`,
    registry: nct,
    language: 'en',
    doubts: [],
  });
  if (isRefusal(article)) return article;
  const own = partsOf(protocol);
  return {
    ...article,
    ...filled({ pending: RUNNING.test(status) && completion ? { registry: nct, completion } : undefined }),
    // The entry is the work itself, and the record is all of it.
    coverage: 'full-text',
    headings: own.map(({ heading }) => ({ text: heading })),
    text: own.map(({ text }) => toRecordText(text)).join('\n'),
    doubts: [
      says,
      ...doubts,
      ...(acronym && /^.{1,40}$/.test(acronym) ? [`Add \`shortTitle\`: the registry gives the short name “${acronym}”.`] : []),
      ...(textAt(protocol, 'designModule', 'studyType') === 'OBSERVATIONAL'
        ? ['Say in the digest that it is an observational study: nobody is assigned to a treatment.']
        : []),
      ...interestDoubts(NAME, { funders: ['sponsorCollaboratorsModule', sponsorsOf(protocol)] }),
      ...paperDoubts(record),
    ],
  };
}

function toExtracted(record: Json): ExtractedArticle {
  // The rest holds results, and the day on which the registry was last copied.
  return { ...toJsonSnapshot(without(record, 'derivedSection')), article: toArticle(record) };
}

const recordIn = (text: string | undefined): Json | undefined => {
  const record = text?.includes('"protocolSection"') ? parseJson(text) : undefined;
  return /^NCT\d{8}$/.test(textAt(record, 'protocolSection', 'identificationModule', 'nctId') ?? '') ? record : undefined;
};

export const trialRegistration: Origin = {
  name: 'trial registration',
  looksFor: 'JSON with `protocolSection`, as clinicaltrials.gov gives it',
  recognise: ({ text }) => (recordIn(text) ? 'its `protocolSection` with an NCT number' : undefined),
  toArticles: ({ text }) => [toExtracted(recordIn(text) ?? {})],
};
