/** A proof of part of the files, for rules that look at one file at a time. */
import type { Entry, Proof } from './proof.ts';

/** The proof with the entries of the files that `keep` picks; names, and what may be looked up by name, stay whole. */
export function narrowedProof(proof: Proof, keep: (path: string) => boolean): Proof {
  const kept = <T extends Entry<unknown>>(entries: readonly T[]): T[] => entries.filter(({ file }) => keep(file.path));
  return {
    ...proof,
    content: { ...proof.content, files: proof.content.files.filter(({ path }) => keep(path)) },
    sources: kept(proof.sources),
    questions: kept(proof.questions),
    topics: kept(proof.topics),
    pathways: kept(proof.pathways),
    terms: kept(proof.terms),
    sections: kept(proof.sections),
    sightings: kept(proof.sightings),
    fingerprints: kept(proof.fingerprints),
    people: kept(proof.people),
    pages: kept(proof.pages),
    refusals: proof.refusals.filter(({ file }) => keep(file.path)),
  };
}
