/** Everyone whose name may stand on the site: role, place, what was declared and when, and what they approved. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { entryOf, titleOf } from '../library/library.ts';
import { approvedPage } from '../schema/approval.ts';
import { collections } from '../schema/collections.ts';
import { personRoles, type Disclosure, type Person } from '../schema/person.ts';
import { site } from '../config.ts';
import { formatDate } from '../parts/format.ts';
import { editUrl } from '../parts/repository.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import { approveUrl, editorialUrl, entryUrl, homeUrl, orcidUrl, peopleUrl } from '../parts/urls.ts';
import { formatList } from '../words/phrase.ts';

export interface PersonView {
  readonly id: string;
  readonly name: string;
  /** `Reviewer · Consultant haematologist · Example Hospital`, in parts. */
  readonly roles: string;
  readonly profession: string;
  readonly affiliation: string;
  readonly orcid: Link | undefined;
  /** `Since 1 November 2026`, or with the last day. */
  readonly active: string;
  /** The newest first. */
  readonly disclosures: readonly { readonly on: string; readonly says: string }[];
  readonly approved: readonly Link[];
  /** Kinds of the keys with which the person signs, e.g. `ssh-ed25519, since 1 November 2026`. */
  readonly keys: readonly string[];
}

export interface PeoplePage {
  readonly shell: Shell;
  readonly people: readonly PersonView[];
  /** What is said where nobody approves yet. */
  readonly none: string;
  readonly file: string;
  readonly edit: string | undefined;
  /** Where it is told how a page is approved. */
  readonly policy: string;
}

const toDisclosure = (one: Disclosure): PersonView['disclosures'][number] => ({
  on: formatDate(one.on),
  says: 'with' in one ? `${one.what}, with ${one.with}` : 'Nothing to declare',
});

/** Pages whose approval by a person holds, in order of collection and id. */
const approvedBy = ({ library, approvals }: EvidenceGraph, by: string): Link[] =>
  [...approvals.values()].flatMap(({ approval, person, state }) => {
    const page = state === 'holds' && person?.id === by ? approvedPage(approval.id) : undefined;
    const entry = page && entryOf(library, page.collection, page.id);
    return entry ? [{ href: entryUrl(page.collection, entry.id), text: titleOf(entry) }] : [];
  });

const toPerson = (graph: EvidenceGraph, person: Person): PersonView => ({
  id: person.id,
  name: person.name,
  roles: formatList(person.roles.map((role) => personRoles[role].label)),
  profession: person.profession,
  affiliation: person.affiliation,
  orcid: person.orcid ? { href: orcidUrl(person.orcid), text: person.orcid } : undefined,
  active: person.until ? `From ${formatDate(person.from)} to ${formatDate(person.until)}` : `Since ${formatDate(person.from)}`,
  disclosures: person.disclosures.toSorted((a, b) => (a.on < b.on ? 1 : -1)).map(toDisclosure),
  approved: approvedBy(graph, person.id),
  keys: person.keys.map(
    ({ key, from, until }) =>
      `${key.split(' ')[0]}, ${until ? `from ${formatDate(from)} to ${formatDate(until)}` : `since ${formatDate(from)}`}`,
  ),
});

/** People in the order of their file. */
export function peoplePage(graph: EvidenceGraph): PeoplePage {
  const people = [...graph.library.people.values()];
  const file = `${site.contentFolder}/${collections.person.path}`;
  return {
    shell: toShell({
      title: 'People',
      description: 'Who edits and who approves, where they work, and what they declared.',
      path: peopleUrl,
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: editorialUrl, text: 'Content quality' },
      ],
      file,
    }),
    people: people.map((person) => toPerson(graph, person)),
    none: people.some(({ roles }) => roles.includes('reviewer'))
      ? ''
      : 'No clinician reviews for us yet. We name nobody who has not put in the name in person.',
    file,
    edit: editUrl(file),
    policy: approveUrl,
  };
}
