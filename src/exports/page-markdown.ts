/**
 * A page as Markdown: what it states, without what moves it about. Citations stay as Pandoc reads them (`[@id]`), with the ids of
 * `api/references.bib`. What stands first on each is whether a clinician stands behind it.
 */
import { cautionOf } from '../collections/pathways/page.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { whenWords } from '../evidence/pathway/words.ts';
import { filledBody } from '../evidence/prose-values.ts';
import { citationName } from '../evidence/source-name.ts';
import { labelOf } from '../schema/word-list.ts';
import type { EntryOf, PathwayEntry, QuestionEntry, SourceEntry, TopicEntry } from '../library/library.ts';
import { toPrintedResult } from '../parts/figures/printed-result.ts';
import { toSourceLine } from '../parts/source-line.ts';
import { toSummary } from '../parts/summary-of-findings.ts';
import type { PageCollection } from '../schema/collections.ts';
import { emergencyOf, toPageFacts, type SiteFacts } from './page-facts.ts';
import { registers, type Register } from '../schema/vocabulary.ts';
import type { Term } from '../schema/term.ts';
import type { SourceId } from '../schema/id.ts';

const section = (title: string, lines: readonly string[]): string[] => (lines.length ? [`## ${title}`, ...lines] : []);
/** Items of a list as one block; none for none. */
const list = (items: readonly string[]): string[] => (items.length ? [items.map((item) => `- ${item}`).join('\n')] : []);
const cite = (from: readonly { readonly source: SourceId; readonly locator?: string | undefined }[]): string =>
  from.length ? ` [${from.map(({ source, locator }) => `@${source}${locator ? `, ${locator}` : ''}`).join('; ')}]` : '';
const stated = ({ says, from }: { readonly says: string; readonly from: Parameters<typeof cite>[0] }): string => `${says}${cite(from)}`;

/**
 * Text of strangers as Markdown that runs and loads nothing, wherever it is rendered: no tag, no picture, no link of another scheme.
 * E.g. `![a](https://b.example/c.png)` becomes `!\[a](https://b.example/c.png)`.
 */
export const inert = (markdown: string): string =>
  markdown
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replaceAll('![', '!\\[')
    .replace(/\](?=\(\s*(?!https?:|mailto:)[a-z][a-z\d+.-]*:)/gi, ']\\');

/** The body with its wordings under headings, and its values in words. */
const bodyOf = ({ library }: EvidenceGraph, body: string): string[] => {
  const text = filledBody(library, body)
    .replace(/^<(?:Answer|BottomLine) for="(\w+)"\s*>\s*$/gm, (_, name: Register) => `## ${registers[name].label}`)
    .replace(/^<\/(?:Answer|BottomLine)>\s*$/gm, '')
    .trim();
  return text ? [text.replace(/\n{3,}/g, '\n\n')] : [];
};

function questionText(graph: EvidenceGraph, question: QuestionEntry): string[] {
  const verdict = graph.verdicts.get(question.id);
  const findings = (graph.findings.get(question.id) ?? []).map(
    ({ source, finding, position, counts, whyNot }) =>
      `${position.label}: ${finding.says} [@${source.id}${finding.locator ? `, ${finding.locator}` : ''}]${counts ? '' : ` Not counted: ${whyNot ?? ''}`}`,
  );
  const rows = question.asks === 'description' ? [] : toSummary(graph, question);
  const summary = rows.map((row) =>
    [`${row.outcome} (${row.detail}): ${row.position.label}`, row.without && `without ${row.without}`, row.with && `with ${row.with}`]
      .concat(row.estimate, row.behind, `certainty: ${row.certainty}`)
      .filter(Boolean)
      .join('; '),
  );
  return [
    ...(verdict ? [`**${verdict.label}** ${verdict.because}`] : []),
    ...bodyOf(graph, question.body),
    ...section('Summary of findings', list(summary)),
    ...section('Findings', list(findings)),
  ];
}

function topicText(graph: EvidenceGraph, topic: TopicEntry): string[] {
  return [
    topic.summary,
    ...bodyOf(graph, topic.body),
    ...(topic.kind === 'procedure'
      ? section('Steps', [topic.steps.map((step, place) => `${place + 1}. ${step.name}: ${stated(step)}`).join('\n')])
      : []),
    ...(topic.kind === 'device' ? section('How it works', [stated(topic.mechanism), ...list(topic.regulatory.map(stated))]) : []),
    ...section('Pitfalls', list(topic.pitfalls.map(stated))),
  ];
}

function sourceText(graph: EvidenceGraph, source: SourceEntry): string[] {
  const { vocabulary, questions } = graph.library;
  const line = toSourceLine(source, graph.freshness.sources.get(source.id));
  const findings = source.findings.map(({ question, says, grade, locator }) => {
    const asked = questions.get(question)?.question ?? question;
    return [`${asked} ${says}`, grade && `Grade: ${grade.scheme} ${grade.value}.`, locator && `(${locator})`].filter(Boolean).join(' ');
  });
  const results = source.results.map((result) => {
    const { name, facts, arms, printed, certainty, note, locator } = toPrintedResult(source, result, vocabulary);
    return [`${name} (${facts})`, ...arms, printed, certainty, note, locator].filter(Boolean).join('; ');
  });
  return [
    ...list([
      `${line.kind}, ${line.tierLabel}; ${line.date}`,
      `By ${line.authors}`,
      `Read: ${line.coverageSays}`,
      `Funding: ${line.fundingLabel}${line.interests ? `. ${line.interests}` : ''}`,
      ...(line.stalenessSays ? [line.stalenessSays] : []),
    ]),
    ...(source.gist ? [source.gist] : []),
    ...bodyOf(graph, source.body),
    ...section('Findings', list(findings)),
    ...section('Results', list(results)),
  ];
}

const pathwayText = ({ library }: EvidenceGraph, pathway: PathwayEntry): string[] => {
  const source = library.sources.get(pathway.source);
  const rules = pathway.rules.map((rule, place) => {
    const when = whenWords(pathway.inputs, rule.when).join('; ');
    const outcome = pathway.outcomes.find(({ id }) => id === rule.outcome);
    const against = outcome?.caution ? ` Against this: ${stated(outcome.caution)}` : '';
    return `${place + 1}. ${when || 'Otherwise'}: ${outcome?.says ?? rule.outcome}${rule.locator ? ` (${rule.locator})` : ''}${against}`;
  });
  const caution = source ? cautionOf(source) : '';
  return [
    ...(caution ? [`> ${caution}`] : []),
    pathway.summary,
    `For: ${pathway.entry} As published by ${source ? citationName(source) : pathway.source} [@${pathway.source}].`,
    ...section('Rules, in order', [rules.join('\n')]),
  ];
};

const termText = ({ library }: EvidenceGraph, term: Term): string[] => [
  `${term.definition}${cite(term.from)}`,
  ...(term.from.length ? [] : ['General medical language; no source is named.']),
  ...list([...term.abbreviations, ...term.synonyms]),
  ...(term.contested ? [term.contested] : []),
  ...list(
    term.senses.map(({ says, covers }) => `${says} (${covers.map((one) => labelOf(library.vocabulary.populations, one)).join(', ')})`),
  ),
];

const texts: { readonly [C in PageCollection]: (graph: EvidenceGraph, entry: EntryOf<C>) => string[] } = {
  question: questionText,
  topic: topicText,
  source: sourceText,
  pathway: pathwayText,
  term: termText,
};

/** The page of an entry as Markdown, e.g. beginning with `# Phlegmasia`; a line feed at its end. */
export function toPageMarkdown<C extends PageCollection>(graph: EvidenceGraph, collection: C, entry: EntryOf<C>, site: SiteFacts): string {
  const { title, address, version, updated, review } = toPageFacts(graph, collection, entry, site);
  const urgent = emergencyOf(graph, entry);
  const about = [`<${address}>`, version && `version ${version}`, updated && `of ${updated}`, site.licence.content.name].filter(Boolean);
  const blocks = [
    `# ${inert(title)}`,
    ...(urgent ? [`> ${urgent}`] : []),
    `> ${review.says} ${review.disclaimer}`,
    `${site.name}: ${about.join(', ')}`,
    ...texts[collection](graph, entry).map(inert),
  ];
  return `${blocks.join('\n\n')}\n`;
}
