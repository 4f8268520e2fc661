/** When a page that was approved has to be looked at again. */
import { expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { sourceDue } from '../../../src/evidence/freshness.ts';
import type { Library } from '../../../src/library/library.ts';
import type { QuestionId, SourceId } from '../../../src/schema/id.ts';
import { approvedLibrary, madeQuestion, madeSource } from '../made.ts';

it('goes by the day until which a page was approved before the habit of the kind, as long as it is of what the page states', () => {
  const source = madeSource('a', { retrieved: '2026-01-01' });
  const of = (library: Library, asOf: string) => buildEvidenceGraph(library, asOf).freshness.sources.get('a' as SourceId);
  const library = approvedLibrary({ sources: [source] }, [['source', 'a']], { due: '2026-05-31' });
  expect(of(library, '2026-05-31')).toMatchObject({ state: 'fresh', due: '2026-05-31', page: 'approved' });
  expect(of(library, '2026-06-01')).toMatchObject({ state: 'overdue', due: '2026-05-31', page: 'expired' });
  const changed = { ...library, sources: new Map([[source.id, { ...source, title: 'Another work' }]]) };
  expect(of(changed, '2026-05-31')).toMatchObject({ state: 'fresh', due: sourceDue(source), page: 'changed' });
});

it('goes by the day until which a page was approved before the habit of pages', () => {
  const library = approvedLibrary({ questions: [madeQuestion('q')] }, [['question', 'q']], { due: '2026-05-31' });
  expect(buildEvidenceGraph(library, '2026-06-01').freshness.questions.get('q' as QuestionId)).toMatchObject({
    state: 'overdue',
    due: '2026-05-31',
  });
});
