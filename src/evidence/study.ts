/** Which study a paper reports: several papers of one trial are one study, so that nobody counts the same patients twice. */
import type { SourceId } from '../schema/id.ts';
import { kindRow, type SourceKind } from '../schema/kinds.ts';
import type { Library, SourceEntry } from '../library/library.ts';

/** Kinds that report patients of a study of their own or of one that they lean on. Reviews and advice stand for themselves. */
const reporting: ReadonlySet<SourceKind> = new Set<SourceKind>([
  'trial',
  'subgroup-analysis',
  'trial-protocol',
  'registry',
  'cohort',
  'case-series',
]);

/** Whether a kind of source reports patients of a study, its own or one that it leans on. */
export const reportsPatients = (kind: SourceKind): boolean => reporting.has(kind);

/** The organisation whose advice a work is, its byline where nobody wrote it down, e.g. `NICE`; the work itself where none is known. */
function voiceOf({ id, givenBy, authors = [] }: SourceEntry): string {
  const organisation = authors.flatMap((author) => ('organisation' in author ? [author.organisation] : []));
  return givenBy ?? (organisation.length ? organisation.join(', ') : id);
}

/** Of these, the kinds that report a trial. */
const ofTrial: ReadonlySet<SourceKind> = new Set<SourceKind>(['trial', 'subgroup-analysis', 'trial-protocol']);

export interface Studies {
  /** The studies that a source reports, by a name of ours; a work that is no paper of a study is its own. Never empty. */
  readonly of: ReadonlyMap<SourceId, readonly string[]>;
}

/**
 * Every source with the studies it reports. Papers belong together when one leans on the other (`restsOn`), both lean on
 * one paper, held or not, or both carry one registry number: three papers on ATTRACT have one name in common.
 * Works of advice are one voice where one organisation gives them; a leaflet belongs to the guidance that it puts into plain words.
 */
export function buildStudies(library: Library): Studies {
  const registered = new Map<string, string>();
  const own = (source: SourceEntry): string => {
    if (!source.registry || !reporting.has(source.kind)) return source.id;
    const first = registered.get(source.registry) ?? source.id;
    registered.set(source.registry, first);
    return first;
  };
  const names = new Map<SourceId, string>([...library.sources.values()].map((source) => [source.id, own(source)]));

  /** What a paper reports patients of: papers that we hold, by id, and works that we do not, by name. */
  const below = (source: SourceEntry): { held: SourceEntry[]; works: string[] } => {
    const held = source.restsOn.flatMap((support) => (support.source ? (library.sources.get(support.source) ?? []) : []));
    const works = source.restsOn.filter(({ work, kind }) => work && kind && reporting.has(kind)).map(({ work }) => work ?? '');
    return { held: held.filter(({ kind }) => reporting.has(kind)), works };
  };

  /** Goes down to the papers that lean on no other. Where papers only lean on each other the first by id stands for all. */
  function rootsOf(source: SourceEntry): string[] {
    if (source.kind === 'guidance-public') {
      const full = source.restsOn.flatMap((support) => (support.source ? (library.sources.get(support.source) ?? []) : []));
      const voices = full.filter(({ kind }) => kind === 'guideline').map(voiceOf);
      return voices.length ? [...new Set(voices)].sort() : [voiceOf(source)];
    }
    if (kindRow(source.kind).carries === 'recommendation') return [voiceOf(source)];
    if (!reporting.has(source.kind)) return [source.id];
    const met = new Set([source]);
    const roots = new Set<string>();
    for (const paper of met) {
      const { held, works } = below(paper);
      for (const next of held) met.add(next);
      for (const work of works) roots.add(work);
      if (!held.length && !works.length) roots.add(names.get(paper.id) ?? paper.id);
    }
    return roots.size
      ? [...roots].sort()
      : [...met]
          .map(({ id }) => names.get(id) ?? id)
          .sort()
          .slice(0, 1);
  }

  return { of: new Map([...library.sources.values()].map((source) => [source.id, rootsOf(source)])) };
}

export interface StudyCount {
  readonly sources: number;
  /** Studies behind them: never more than sources. */
  readonly studies: number;
  /** Papers that share a study with another that counts, and how many studies those are. */
  readonly papers: number;
  readonly shared: number;
  /** What the shared studies are called. */
  readonly noun: 'trial' | 'study' | 'organisation';
}

/** Counts sources and the studies behind them, e.g. three papers from one trial. Order does not matter. */
export function countStudies(
  counted: readonly { readonly id: SourceId; readonly kind: SourceKind; readonly studies: readonly string[] }[],
): StudyCount {
  const one = new Map(counted.map((source) => [source.id, source]));
  const papersOf = new Map<string, number>();
  for (const { studies } of one.values()) for (const study of studies) papersOf.set(study, (papersOf.get(study) ?? 0) + 1);
  const shared = [...papersOf].filter(([, papers]) => papers > 1).map(([study]) => study);
  const papers = [...one.values()].filter(({ studies }) => studies.some((study) => shared.includes(study)));
  return {
    sources: one.size,
    studies: Math.min(one.size, papersOf.size),
    papers: papers.length,
    shared: Math.min(papers.length, new Set(papers.flatMap(({ studies }) => studies)).size),
    noun: papers.every(({ kind }) => ofTrial.has(kind))
      ? 'trial'
      : papers.every(({ kind }) => kindRow(kind).carries === 'recommendation')
        ? 'organisation'
        : 'study',
  };
}
