/** The shipped content against its case tables: counts, chains, people on both sides, contested words, papers of one trial. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { chainEnd, chainShare } from '../../../src/evidence/chain.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import { placeFindings } from '../../../src/evidence/matrix.ts';
import { buildStudies } from '../../../src/evidence/study.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { withoutDrafts } from '../../../src/library/library.ts';
import type { QuestionId, SourceId } from '../../../src/schema/id.ts';
import { toShareSentence } from '../../../src/parts/chain-view.ts';
import { toTies } from '../../../src/parts/coi.ts';
import { questionPage } from '../../../src/collections/questions/page.ts';

const readCases = (name: string): unknown => parse(readFileSync(new URL(`../../cases/${name}.yaml`, import.meta.url), 'utf8'));
interface Cases {
  readonly chains: Record<string, { readonly marks?: number; readonly of?: number; readonly number?: string; readonly says?: string }>;
  readonly ties: readonly { readonly who: string; readonly sponsored: string; readonly reviewed: string }[];
  readonly cells: readonly { readonly question: string; readonly source: string; readonly with: string; readonly without: string }[];
  readonly studies: readonly (readonly string[])[];
  readonly coi: Record<string, string>;
}
const cases = readCases('evidence-shipped') as Cases;
const pinned = readCases('verdicts-shipped') as Record<string, unknown>;

let graph: EvidenceGraph;
beforeAll(async () => {
  graph = buildEvidenceGraph(withoutDrafts((await readContent('content')).library), '2026-11-20');
});
const sourceOf = (id: string) => {
  const source = graph.library.sources.get(id as SourceId);
  if (!source) throw new Error(`The case table names \`${id}\`, which the content does not hold.`);
  return source;
};

describe('the shipped evidence', () => {
  it('has the counts that are pinned; where a change is meant, scripts/pin-verdicts.ts writes them again', () => {
    const given = [...graph.verdicts].map(([id, { counted, studies, lines }]) => {
      const said = Object.fromEntries(lines.map(({ name, label, word, says }) => [name || label || 'all', word ? { word, says } : says]));
      return [id, { counted: counted.length, studies, ...(lines.length ? { lines: said } : {}) }];
    });
    expect(Object.fromEntries(given)).toEqual(pinned);
  });

  it.each(Object.entries(cases.chains))('has the chain of %s', (id, { marks, of, number, says, ...end }) => {
    const source = sourceOf(id);
    expect(chainEnd(source, graph.chains.get(source.id) ?? [])).toMatchObject(end);
    expect(chainShare(source)).toEqual(marks === undefined ? undefined : { marks, of, number });
    expect(toShareSentence(graph, source)).toBe(says ?? '');
  });

  it.each(cases.ties)('shows $who on the pages of both works and of any page that cites both', ({ who, sponsored, reviewed }) => {
    const one = sourceOf(sponsored).id;
    const other = sourceOf(reviewed).id;
    const shown = (...cited: SourceId[]) =>
      toTies(graph, cited)
        .filter((tie) => tie.who === who)
        .map((tie) => [tie.sponsored.map(({ id }) => id), tie.reviewed.map(({ id }) => id)]);
    for (const cited of [[one], [other], [one, other]]) expect(shown(...cited)).toEqual([[[one], [other]]]);
    expect(shown(one, sourceOf('nice-2019-ipg651').id)).toEqual([]);
  });

  it.each(cases.cells)('reads $source on $question through its term map, and not without', ({ question, source, ...cells }) => {
    const cellIn = (sources: EvidenceGraph['library']['sources']) =>
      placeFindings({ ...graph.library, sources })
        .get(question as QuestionId)
        ?.filter((placed) => placed.source.id === source)
        .map(({ position }) => position.name);
    const unmapped = new Map([...graph.library.sources].map(([id, entry]) => [id, id === source ? { ...entry, terms: {} } : entry]));
    expect({ with: cellIn(graph.library.sources), without: cellIn(unmapped) }).toEqual({ with: [cells.with], without: [cells.without] });
  });

  it.each(cases.studies.map((papers) => ({ papers, first: papers[0] })))('takes the papers with $first for one study', ({ papers }) => {
    const { of } = buildStudies(graph.library);
    expect(papers.map((id) => of.get(sourceOf(id).id))).toEqual(papers.map(() => [papers[0]]));
  });

  it.each(Object.entries(cases.coi))('says what the filter hides on %s', (id, says) => {
    const question = graph.library.questions.get(id as QuestionId);
    expect(question && questionPage(graph, question).coi.says).toBe(says);
  });
});
