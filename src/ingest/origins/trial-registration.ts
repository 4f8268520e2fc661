/** A study as ClinicalTrials.gov gives it (version 2): what is planned and how far it is. It describes a trial and reports none. */
import { fromIso } from '../dates.ts';
import type { Origin, ExtractedArticle } from '../origin.ts';
import { isRefusal } from '../outcome.ts';
import { toRecordText } from '../plain-text.ts';
import type { RawArticle } from '../raw-article.ts';
import { listAt, objectAt, parseJson, textAt, textsAt, toJsonSnapshot, valueAt, without, type Json } from '../record/json-value.ts';
import { fundersDoubt, toRecordArticle } from '../record/record-article.ts';

const NAME = 'ClinicalTrials.gov';
const RUNNING = /^(?:NOT_YET_RECRUITING|RECRUITING|ENROLLING_BY_INVITATION|ACTIVE_NOT_RECRUITING|SUSPENDED|AVAILABLE)$/;

interface Study {
  readonly nct: string;
  readonly protocol: Json;
  readonly status: string;
  readonly completion: string | undefined;
}

const moduleOf = (study: Json, name: string): Json => objectAt(study, 'protocolSection', name);

function toStudy(record: Json): Study {
  const state = moduleOf(record, 'statusModule');
  return {
    nct: textAt(moduleOf(record, 'identificationModule'), 'nctId') ?? '',
    protocol: objectAt(record, 'protocolSection'),
    status: textAt(state, 'overallStatus') ?? 'UNKNOWN',
    completion: fromIso(textAt(state, 'completionDateStruct', 'date')),
  };
}

const words = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

function statusDoubts({ status, completion, protocol }: Study): string[] {
  const state = objectAt(protocol, 'statusModule');
  const primary = fromIso(textAt(state, 'primaryCompletionDateStruct', 'date'));
  const kind = textAt(state, 'completionDateStruct', 'type');
  const day = completion ? `${completion}${kind ? ` (${words(kind)})` : ''}` : 'not given';
  const dates = `completion ${day}${primary ? `, main outcome ${primary}` : ''}`;
  if (RUNNING.test(status)) return [`The registry calls it “${words(status)}”; ${dates}. Check that \`pending\` says so.`];
  const end = `The registry calls it “${words(status)}”; ${dates}.`;
  return status === 'COMPLETED'
    ? [`${end} Nothing is pending: look for its results, and take the paper as the source.`]
    : [
        `${end} Nothing is pending. Say in the digest what became of it${textAt(state, 'whyStopped') ? '; the record gives a reason in `whyStopped`' : ''}.`,
      ];
}

/** Papers that the record names, where it has their PubMed numbers. */
function paperDoubts(record: Json): string[] {
  const papers = listAt(moduleOf(record, 'referencesModule'), 'references').filter((one) =>
    /^(?:RESULT|DERIVED)$/.test(textAt(one, 'type') ?? ''),
  );
  const numbers = papers.flatMap((paper) => textAt(paper, 'pmid') ?? []).map((pmid) => `pmid:${pmid}`);
  return [
    ...(numbers.length > 0 ? [`The record names papers on it: ingest ${numbers.slice(0, 5).join(', ')}.`] : []),
    ...(valueAt(record, 'hasResults') === true ? ['The registry itself holds results: its page shows them under “Results posted”.'] : []),
  ];
}

function sponsorDoubts({ protocol }: Study): string[] {
  const parties = [
    objectAt(protocol, 'sponsorCollaboratorsModule', 'leadSponsor'),
    ...listAt(protocol, 'sponsorCollaboratorsModule', 'collaborators'),
  ];
  const names = parties.flatMap((party) => {
    const [name, kind] = [textAt(party, 'name'), textAt(party, 'class')];
    return name ? [kind && kind !== 'OTHER' ? `${name} (${words(kind)})` : name] : [];
  });
  return fundersDoubt(NAME, 'sponsorCollaboratorsModule', names);
}

/** The parts of the record that an editor can point to, each with its text. */
function partsOf({ protocol }: Study): { heading: string; text: string }[] {
  const outcomes = (name: string): string =>
    listAt(protocol, 'outcomesModule', name)
      .flatMap((one) => [textAt(one, 'measure'), textAt(one, 'description'), textAt(one, 'timeFrame')])
      .filter(Boolean)
      .join('\n');
  const arms = listAt(protocol, 'armsInterventionsModule', 'armGroups').flatMap((one) => [
    textAt(one, 'label'),
    textAt(one, 'description'),
  ]);
  return [
    { heading: 'Brief Summary', text: textAt(protocol, 'descriptionModule', 'briefSummary') ?? '' },
    { heading: 'Detailed Description', text: textAt(protocol, 'descriptionModule', 'detailedDescription') ?? '' },
    { heading: 'Conditions', text: textsAt(protocol, 'conditionsModule', 'conditions').join('\n') },
    { heading: 'Arms and Interventions', text: arms.filter(Boolean).join('\n') },
    { heading: 'Primary Outcome Measures', text: outcomes('primaryOutcomes') },
    { heading: 'Secondary Outcome Measures', text: outcomes('secondaryOutcomes') },
    { heading: 'Eligibility Criteria', text: textAt(protocol, 'eligibilityModule', 'eligibilityCriteria') ?? '' },
  ].filter(({ text }) => text !== '');
}

function toArticle(record: Json): ReturnType<typeof toRecordArticle> {
  const study = toStudy(record);
  const { nct, protocol, status, completion } = study;
  const identity = objectAt(protocol, 'identificationModule');
  const state = objectAt(protocol, 'statusModule');
  const title = textAt(identity, 'officialTitle') ?? textAt(identity, 'briefTitle');
  const lead = textAt(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'name');
  const updated = fromIso(textAt(state, 'lastUpdatePostDateStruct', 'date'));
  const article = toRecordArticle({
    registrar: NAME,
    title: title && toRecordText(title),
    guess: { kind: 'trial-protocol', because: 'it is the entry of a study in a registry, which says what is planned' },
    authors: lead ? [{ organisation: lead }] : [],
    issued: fromIso(textAt(state, 'studyFirstPostDateStruct', 'date')) ?? 'undated',
    updated: updated?.length === 10 ? updated : undefined,
    container: NAME,
    url: `https://clinicaltrials.gov/study/${nct}`,
    registry: nct,
    language: 'en',
    doubts: [],
  });
  if (isRefusal(article)) return article;
  const parts = partsOf(study);
  const pending: Pick<RawArticle, 'pending'> = RUNNING.test(status) && completion ? { pending: { registry: nct, completion } } : {};
  const acronym = textAt(identity, 'acronym');
  return {
    ...article,
    ...pending,
    // The entry is the work itself, and the record is all of it.
    coverage: 'full-text',
    headings: parts.map(({ heading }) => ({ text: heading, level: 1 })),
    text: parts.map(({ text }) => toRecordText(text)).join('\n'),
    doubts: [
      ...statusDoubts(study),
      ...(acronym && /^.{1,40}$/.test(acronym) ? [`Add \`shortTitle\`: the registry gives the short name “${acronym}”.`] : []),
      ...(textAt(protocol, 'designModule', 'studyType') === 'OBSERVATIONAL'
        ? ['It is an observational study: nobody is assigned to a treatment.']
        : []),
      ...sponsorDoubts(study),
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
