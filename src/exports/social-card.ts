/** What stands on the pictures that go with shared links. Words only: how they are painted is decided where they are painted. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { topicKinds } from '../schema/topic.ts';
import { homeUrl, questionUrl, socialCardUrl, topicUrl } from '../parts/urls.ts';
import { capitalise } from '../words/phrase.ts';

export interface SocialCard {
  /** Where the picture lies, e.g. `/social/topics/phlegmasia.png`. */
  readonly url: string;
  /** Above the title, e.g. `Question`. */
  readonly kind: string;
  readonly title: string;
  /** Below the title: a verdict, or what the page is about. */
  readonly line: string;
}

/** A card for each topic and question, and one for all other pages. */
export function toSocialCards(graph: EvidenceGraph): SocialCard[] {
  const { topics, questions, site } = graph.library;
  return [
    {
      url: socialCardUrl(homeUrl),
      kind: 'Evidence, source by source',
      title: site.tagline,
      line: 'Who says what, how firmly, and who paid',
    },
    ...[...topics.values()].map(({ id, kind, title, summary }) => ({
      url: socialCardUrl(topicUrl(id)),
      kind: topicKinds[kind],
      title,
      line: capitalise(summary),
    })),
    ...[...questions.values()].map(({ id, question }) => {
      const verdict = graph.verdicts.get(id);
      return { url: socialCardUrl(questionUrl(id)), kind: 'Question', title: question, line: verdict?.label ?? '' };
    }),
  ];
}
