/** Files of tagged records, as reference managers and databases export them: one origin for each dialect, one article for each record. */
import type { DecodedDocument, ExtractedArticle, Origin } from '../document.ts';
import { sidedDoubt } from '../record/record-article.ts';
import { toReferenceArticle, type ReferenceRecord } from '../record/reference.ts';
import { cutTagged, toMeanings, toReference, type TaggedLines, type TaggedRecord, type TagMeaning } from '../record/tagged.ts';

interface Dialect {
  readonly name: string;
  readonly looksFor: string;
  readonly ending: string;
  /** How its lines look in this file; undefined where the file is not of this dialect. */
  readonly linesOf: (text: string) => TaggedLines | undefined;
  readonly meanings: ReadonlyMap<TagMeaning, readonly string[]>;
  /** Rows made ready, where a dialect has ways of its own. */
  readonly prepare?: (rows: TaggedRecord['rows'], text: string) => TaggedRecord['rows'];
}

const headOf = (text: string): string => text.slice(0, 4000);
const when = (lines: TaggedLines, is: RegExp) => (text: string) => (is.test(headOf(text)) ? lines : undefined);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** RIS as this file spaces and capitalises its tags. A `TY` or `ER` with a sentence behind it is a line of an abstract. */
function risLines(text: string): TaggedLines | undefined {
  const [, indent = '', ty = '', gap = ''] =
    /^( {0,2})(TY|ty|Ty)( {0,2})- ?(?:\S+(?: \S+){0,3})? *\n+ {0,2}[A-Za-z][A-Za-z0-9] {0,2}-/m.exec(`${text}\n`) ?? [];
  if (!ty || !/^(?:\s*(?:\d+\.|[^\n]{0,200})\s*\n){0,10}?\s*ty {0,2}-/i.test(text)) return undefined;
  const name = ty === 'TY' ? '[A-Z][A-Z0-9]' : '[A-Za-z][A-Za-z0-9]';
  const spaces = gap === '' ? '' : ' {1,2}';
  const before = indent ? ' {0,2}' : '';
  return {
    starts: new RegExp(`^${before}${escaped(ty)}${spaces}- ?(?:[\\w/]+(?: [\\w/]+){0,3})? *$`),
    tag: new RegExp(`^${before}(${name})${spaces}-(?: ?(.*))?$`),
    ends: new RegExp(`^${before}er${spaces}- *$`, 'i'),
  };
}

const DATES_OF_THE_DESK = /\/(?:received|accepted|revised|submitted|entrez|medline|pubmed|pmc-release)$/i;

/** What RIS files put where it does not belong: days of a manuscript are no days of publication, a number is PubMed’s only where the record names PubMed. */
function prepareRis(rows: TaggedRecord['rows']): TaggedRecord['rows'] {
  const pubmed = rows.some(([tag, value]) => /^(?:DP|DB|N1|ID|UR)$/.test(tag) && /pubmed|medline|\bNLM\b|ncbi\.nlm/i.test(value));
  const says = (tags: RegExp, what: RegExp): boolean => rows.some(([tag, value]) => tags.test(tag) && what.test(value));
  const [scopus, ovid] = [says(/^DB$/, /^scopus$/i), says(/^(?:DB|N1|C1)$/, /\bovid medline\b/i)];
  const type = rows[0]?.[1] ?? '';
  return rows
    .filter(([tag, value]) => !(/^(?:PY|Y1|DA)$/.test(tag) && DATES_OF_THE_DESK.test(value)))
    .map(([tag, value]) => {
      const numbered = (tag === 'AN' && pubmed) || (tag === 'C2' && scopus) || (tag === 'ID' && ovid);
      if (numbered && /^\d{1,8}$/.test(value)) return ['AN', `PMID: ${value}`];
      if (tag === 'T2' && /^(?:BOOK|RPRT|THES)$/i.test(type)) return ['T3', value];
      return tag === 'BT' && /^(?:BOOK|EDBOOK|EBOOK)$/i.test(type) ? ['TI', value] : [tag, value];
    });
}

/** MEDLINE: identifiers that say of what kind they are, editors and corporate names, and pages without repeated digits. */
const prepareMedline: Dialect['prepare'] = (rows) =>
  rows.map(([tag, value]) => {
    const [, id = '', kind = ''] = /^(\S+)\s*\[(doi|pii|pmc|bookaccession)\]$/i.exec(value) ?? [];
    if (/^(?:LID|AID|SO)$/.test(tag) && id) return [kind.toLowerCase() === 'doi' ? 'DOI' : 'PII', id];
    return [tag, value];
  });

const dialects: readonly Dialect[] = [
  {
    name: 'RIS file',
    looksFor: 'records that start with a line `TY  - …`',
    ending: '.ris',
    linesOf: risLines,
    prepare: prepareRis,
    meanings: toMeanings(
      'type TY, types M3, title TI T1 CT, container JF T2 JO JA J2 BT J1, author AU A1, editor A2 ED, year PY Y1, date DA, volume VL VO, issue IS CP, first SP, last EP, page C7, publisher PB, isbn SN, doi DO DI, url UR L2 LK L1, ids AN M3 L3 N1 ID C1 C2 C3 C4 C5 C6 C7 C8 M1 M2 U1 U2 U3 U4 U5 XR DP, abstract AB N2, keyword KW, language LA',
    ),
  },
  {
    name: 'PubMed text file',
    looksFor: 'records that start with a line `PMID- …`',
    ending: '.nbib',
    linesOf: when(
      { starts: /^PMID ?- ?\d+/, tag: /^([A-Z][A-Z0-9]{1,3}) {0,2}- ?(.*)$/ },
      /^PMID ?- ?\d+\s*\n(?:[A-Z][A-Z0-9]{1,3} {0,2}-|\s)/m,
    ),
    prepare: prepareMedline,
    meanings: toMeanings(
      'types PT, title TT TI CTI BTI, container JT TA BTI, full FAU, author AU, group CN, editor FED ED, date DEP DP, volume VI, issue IP, page PG, publisher PB, isbn ISBN, doi DOI, pmid PMID, url URL, ids PMC SI GN, abstract AB, keyword MH OT, language LA',
    ),
  },
  {
    name: 'EndNote file',
    looksFor: 'lines that start with `%0 …`, `%A …`, `%T …`',
    ending: '.enw',
    linesOf: (text) => {
      const tag = /^(%[0-9A-Za-z@!#$^&*()~<>+?=[\]|]) ?(.*)$/;
      if (/^%0 [^\n]*\n%\S /m.test(headOf(text))) return { starts: /^%0 /, tag };
      return /^\s*%[AT] [^\n]+\n%[A-Z0-9] /.test(text) ? { starts: /^%\S /, tag, blank: true } : undefined;
    },
    meanings: toMeanings(
      'type %0, types %9, title %T, container %J %B, author %A, editor %E %Y, year %D, date %8, volume %V, issue %N, page %P, publisher %I, isbn %@, doi %R, url %U, ids %M %Z %2 %L %F %*, abstract %X, keyword %K, language %G',
    ),
  },
  {
    name: 'Web of Science file',
    looksFor: 'records between `PT …` and `ER`, after a line `FN …`',
    ending: '.ciw',
    linesOf: when(
      { starts: /^PT \S/, tag: /^([A-Z][A-Z0-9])(?: (.*))?$/, ends: /^E[RF]\s*$/, listed: /^(?:AU|AF|BA|BF|BE|CA|GP|CR)$/ },
      /^(?:FN (?:Clarivate|Thomson|ISI|Web of)|PT [JBSP]\s*\n(?:AU|TI|AF) )/im,
    ),
    meanings: toMeanings(
      'type PT, types DT, title TI, container SO, full AF, author AU, group CA, editor BE, year PY, date PD, volume VL, issue IS, first BP, last EP, page AR, publisher PU, isbn BN, doi DI D2, pmid PM, url UR, ids UT, abstract AB, keyword DE ID, language LA',
    ),
  },
  {
    name: 'Cochrane Library file',
    looksFor: 'records that start with a line `Record #1 of …`',
    ending: '.txt',
    linesOf: when({ starts: /^Record #\d+ of \d+/, tag: /^([A-Z]{2,4}): (.*)$/ }, /^Record #\d+ of \d+\s*\n[A-Z]{2,4}: /m),
    meanings: toMeanings(
      'types PT, title TI, container SO, author AU, year YR, volume VL, issue NO, page PG, doi DOI DO, url US, ids PM XR AN CC, abstract AB, keyword KY MH, language LA',
    ),
  },
  {
    name: 'Ovid file',
    looksFor: 'records that start with a line `<1>`',
    ending: '.txt',
    linesOf: (text) => {
      if (!/^<1?\d{1,4}>\s*\n\S/m.test(headOf(text))) return undefined;
      const starts = /^<\d+>\s*$/;
      return /^<\d+>\s*\n[A-Z]{2} {1,2}- /m.test(text)
        ? { starts, tag: /^([A-Z]{2}) {1,2}- ?(.*)$/ }
        : { starts, tag: /^(?!<)(\S[^:.\n]{1,50}?) *()$/, listed: /^(?:AUTHORS?|AUTHORS? FULL NAMES?|AU|FA)$/ };
    },
    prepare: (rows) => {
      const medline = rows.some(([tag, value]) => /^(?:DATABASE|DB|VN)$/.test(tag) && /medline/i.test(value));
      return rows.map(([tag, value]) => {
        if (/^TI(?:TLE)?$/.test(tag)) return [tag, value.replace(/\.?\s*\[[^\]]*\]\.?$/, '')];
        const ahead = tag === 'STATUS' ? /\d{1,2} \p{L}+ \d{4}$/u.exec(value)?.[0] : undefined;
        if (ahead) return ['DATE OF PUBLICATION', ahead];
        return medline && /^(?:UNIQUE IDENTIFIER|ACCESSION NUMBER|UI|AN)$/.test(tag) ? [tag, `PMID: ${value}`] : [tag, value];
      });
    },
    meanings: toMeanings(
      'types PUBLICATION_TYPE DOCUMENT_TYPE PT, title TITLE TI CHAPTER_TITLE, full AUTHORS_FULL_NAME AUTHOR_FULL_NAME FA, author AUTHORS AUTHOR AU, group CORPORATE_AUTHOR CORPORATE/INSTITUTIONAL_AUTHORS, source SOURCE SO, year YEAR_OF_PUBLICATION YR, date DATE_OF_PUBLICATION DATE_CREATED DP, container JOURNAL_NAME JN, publisher PUBLISHER PB, doi DIGITAL_OBJECT_IDENTIFIER DOI_NUMBER DOI DO, pmid PMID PM, url URL LINK_TO_THE_OVID_FULL_TEXT_OR_CITATION, ids UNIQUE_IDENTIFIER ACCESSION_NUMBER UI CLINICAL_TRIAL_NUMBER OTHER_ID, abstract ABSTRACT AB, keyword SUBJECT_HEADINGS MESH_SUBJECT_HEADINGS KEYWORD_HEADING, language LANGUAGE LA LG',
    ),
  },
  {
    name: 'Embase file',
    looksFor: 'records that start with a line `RECORD 1`',
    ending: '.txt',
    linesOf: when(
      { starts: /^RECORD \d+\s*$/, tag: /^([A-Z][A-Z /()-]{2,60})()$/, listed: /^AUTHOR NAMES$/ },
      /^RECORD \d+\s*\n+[A-Z][A-Z /()-]{2,60}\n/m,
    ),
    meanings: toMeanings(
      'types PUBLICATION_TYPE, title TITLE, author AUTHOR_NAMES, container SOURCE_TITLE, source SOURCE, year PUBLICATION_YEAR, date PUBLICATION_DATE, volume VOLUME, issue ISSUE, first FIRST_PAGE, last LAST_PAGE, publisher SOURCE_PUBLISHER_NAME, isbn ISBN, doi DOI, pmid MEDLINE_PMID, url FULL_TEXT_LINK EMBASE_LINK, ids CLINICAL_TRIAL_NUMBERS, abstract ABSTRACT, language LANGUAGE_OF_ARTICLE',
    ),
  },
];

/** A label of Ovid or Embase has its value in the lines below it, which Ovid ends with double spaces between names. */
const splitNames = ([tag, value]: readonly [string, string]): (readonly [string, string])[] =>
  /^AUTHORS?(?: FULL NAMES?)?$/.test(tag)
    ? value.split(/(?<=\.)\s{2,}|\s*;\s*/).map((name) => [tag, name.replace(/(?<=\p{Ll}{2})\.$/u, '')] as const)
    : [[tag, value]];

/** Tags of MEDLINE for what was published about a work, and for what a notice is about. */
const NOTICES: Readonly<Record<string, string>> = Object.fromEntries(
  'RIN RetractionIn, ECI ExpressionOfConcernIn, EIN ErratumIn, UIN UpdateIn, ROF RetractionOf, ECF ExpressionOfConcernFor, EFR ErratumFor, UOF UpdateOf'
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
);

const noticesIn = (rows: TaggedRecord['rows']): string[] =>
  rows.flatMap(([tag, value]) => {
    const [type, work = value] = [NOTICES[tag], /\bPMID: (\d+)/.exec(value)?.[1]?.replace(/^/, 'pmid:')];
    return type === undefined ? [] : [sidedDoubt({ type, work })];
  });

const toOrigin = ({ name, looksFor, ending, linesOf, meanings, prepare = (rows) => rows }: Dialect): Origin => {
  const cut = ({ text = '' }: DecodedDocument): TaggedRecord[] => {
    const lines = linesOf(text);
    return lines ? cutTagged(text, lines) : [];
  };
  return {
    name,
    looksFor,
    recognise: (document) => {
      const { length } = cut(document);
      return length === 0 ? undefined : length === 1 ? 'its one record' : `its ${length} records`;
    },
    toArticles: (document) =>
      cut(document).map(({ rows, lines }, i): ExtractedArticle => {
        const reference: ReferenceRecord = toReference(prepare(rows.flatMap(splitNames), document.text ?? ''), meanings);
        const end = ending === '.ris' ? '\nER  - ' : '';
        const whole = lines
          .join('\n')
          .replace(/\n *[Ee][Rr] {0,2}- *$/, '')
          .trimEnd();
        return {
          label: `record ${i + 1}`,
          bytes: new TextEncoder().encode(`${whole}${end}\n`),
          ending,
          article: toReferenceArticle({ ...reference, doubts: ending === '.nbib' ? noticesIn(rows) : [] }),
        };
      }),
  };
};

export const taggedFiles: readonly Origin[] = dialects.map(toOrigin);
