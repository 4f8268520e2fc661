/** The figures of a digest, each with the result or sentence that it stands in. Worked out once for each digest. */
import type { LintEntry } from '../lint-context.ts';
import { boundNames } from '../../schema/criterion.ts';
import type { Source } from '../../schema/source.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { readFigures, type FigureKind } from './figures.ts';

export interface HeldFigure {
  readonly value: number;
  readonly number: number;
  readonly kind: FigureKind;
  readonly decimals: number;
  /** The unit of the digest that it stands in. */
  readonly unit: number;
  /** The arm that it counts. */
  readonly arm?: { readonly intervention?: string | undefined };
}

/** A result, or a sentence of the digest: what is said together. */
export interface DigestUnit {
  readonly text: string;
  /** What it is recognised by, where that is more than its text. */
  readonly like?: string;
  /** Outcome of the result, or of the results that a finding carries. */
  readonly outcomes: readonly string[];
  readonly questions: readonly string[];
  /** The finding that it is. */
  readonly finding?: FindingData;
}

export interface DigestFigures {
  readonly figures: readonly HeldFigure[];
  /** Figures that are said together: arms, a part and its whole, an estimate and its interval, neighbours in a sentence. */
  readonly pairs: ReadonlyMap<HeldFigure, ReadonlySet<HeldFigure>>;
  readonly units: readonly DigestUnit[];
}

/** Fields in which no figure of the work stands. */
const outside = new Set(
  'authors contributors url doi pmid pmcid isbn snapshot sha256 anchor aliases status review rights retrieved tags outline todo volume issue pages id question results findings registry body path'.split(
    ' ',
  ),
);

const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

class Reader {
  readonly figures: HeldFigure[] = [];
  readonly pairs = new Map<HeldFigure, Set<HeldFigure>>();
  readonly units: DigestUnit[] = [];

  pair(first: HeldFigure | undefined, second: HeldFigure | undefined): void {
    if (!first || !second) return;
    const own = this.pairs.get(first) ?? new Set();
    this.pairs.set(first, own.add(second));
  }

  /** Each with every later one. */
  pairAll(figures: readonly (HeldFigure | undefined)[]): void {
    for (const [index, first] of figures.entries()) for (const second of figures.slice(index + 1)) this.pair(first, second);
  }

  open(unit: DigestUnit): void {
    this.units.push(unit);
    this.text(unit.text);
  }

  /** Both ways, each of some with each of others. */
  pairBoth(firsts: readonly (HeldFigure | undefined)[], seconds: readonly (HeldFigure | undefined)[]): void {
    for (const first of firsts)
      for (const second of seconds) {
        this.pair(first, second);
        this.pair(second, first);
      }
  }

  add(kind: FigureKind, value: number | undefined, arm?: HeldFigure['arm']): HeldFigure | undefined {
    if (value === undefined) return undefined;
    const size = Math.abs(value);
    const figure = { kind, value: size, number: size, decimals: decimalsOf(value), unit: this.units.length - 1, ...(arm && { arm }) };
    this.figures.push(figure);
    return figure;
  }

  text(text: string): void {
    const read = readFigures(text);
    const unit = this.units.length - 1;
    const held = read.map(({ kind, value, number, decimals }): HeldFigure => ({ kind, value, number, decimals, unit }));
    this.figures.push(...held);
    for (const [index, first] of held.entries()) {
      this.pair(first, held[index + 1]);
      this.pair(
        first,
        held.slice(index + 1).find(({ kind }) => kind === first.kind),
      );
      // Part of a whole: its share is plainly the same.
      const [part, whole] = [read[index], read[index + 1]];
      if (!part || !whole || whole.value <= part.value) continue;
      if (/^(?: (?:out )?of (?:the |its )?|\/)$/.test(text.slice(part.end, whole.at))) this.add('share', (part.value / whole.value) * 100);
    }
    for (const [, year, month, day] of text.matchAll(/\b((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?\b/g) ?? []) {
      this.add('year', Number(year));
      if (day) this.add('date', Number(month) * 100 + Number(day));
    }
  }

  /** Every text and number in a value, each text a unit. */
  walk(value: unknown): void {
    if (typeof value === 'string') for (const line of sentencesOfDigest(value)) this.open({ text: line, outcomes: [], questions: [] });
    else if (typeof value === 'number') {
      this.open({ text: '', outcomes: [], questions: [] });
      this.add(/^(?:19|20)\d\d$/.test(String(value)) ? 'year' : 'plain', value);
    } else if (Array.isArray(value)) for (const item of value) this.walk(item);
    else if (value && typeof value === 'object') for (const [key, item] of Object.entries(value)) if (!outside.has(key)) this.walk(item);
  }
}

const sentencesOfDigest = (text: string): string[] => text.split(/(?<=[.!?][”’")]*)\s+(?=\p{Lu}|\d)|\n+/u).filter((line) => line.trim());

type Data = LintEntry<Source>['data'];
export type FindingData = NonNullable<NonNullable<Data['findings']>[number]>;
type ResultData = NonNullable<NonNullable<Data['results']>[number]>;

function readResult(reader: Reader, result: ResultData, data: Data, { outcomes, interventions }: Vocabulary): void {
  const { outcome, label, scale, at, note, arms = [], effect, baseline, locator, unit } = result;
  const findings = (data.findings ?? []).flatMap((finding) =>
    result.id && finding?.results?.includes(result.id) ? (finding.says ?? []) : [],
  );
  const named = arms.flatMap((arm) => [arm?.name, interventions[arm?.intervention ?? '']?.label]);
  const kind = outcome && outcomes[outcome]?.kind !== 'other' ? outcomes[outcome]?.label : undefined;
  const sure = result.certainty?.level && `${result.certainty.level.replace('-', ' ')} certainty`;
  const text = [kind, label, scale, at, note, sure, locator, unit, ...named].filter(Boolean).join(' · ');
  reader.open({ text, like: [text, ...findings].join(' · '), outcomes: outcome ? [outcome] : [], questions: [] });
  const told = arms.flatMap((arm) => {
    if (!arm) return [];
    const add = (as: FigureKind, value: number | undefined) => reader.add(as, value, arm);
    const [events, total] = [add('count', arm.events), add('count', arm.total)];
    const share = add('share', arm.percent ?? (arm.events !== undefined && arm.total ? (arm.events / arm.total) * 100 : undefined));
    return [{ events, total, share, mean: add('plain', arm.mean) }];
  });
  for (const field of ['events', 'total', 'share', 'mean'] as const) reader.pairAll(told.map((arm) => arm[field]));
  const [counts, wholes, parts] = [told.map(({ events }) => events), told.map(({ total }) => total), told.map(({ share }) => share)];
  reader.pairBoth(counts, [...wholes, ...parts]);
  reader.pairBoth(wholes, parts);
  const last = told.at(-1);
  const ends = [effect?.value, effect?.low, effect?.high];
  const p = effect?.p === undefined ? undefined : reader.add('p', Number(String(effect.p).replace(/[<>\s]/g, '')));
  const plain = ends.map((value) => reader.add('ratio', value));
  const shares =
    effect?.measure === 'RD'
      ? ends.map((value) => reader.add('share', value === undefined ? undefined : (value * 100) / (effect.per ?? 100)))
      : [];
  reader.pairAll([...plain, p]);
  reader.pairAll([...shares, ...plain]);
  reader.pairAll([...shares, p]);
  for (const first of [plain[0], shares[0], p])
    for (const arm of [last?.total, last?.events, last?.share, last?.mean]) reader.pair(arm, first);
  const base = baseline?.of
    ? reader.add('share', baseline.events === undefined ? undefined : (baseline.events * 100) / baseline.of)
    : undefined;
  reader.pairAll([shares[0], base]);
  const times = reader.figures.filter(({ unit: at, kind: sort }) => at === reader.units.length - 1 && sort.startsWith('time'));
  reader.pairBoth(times, [...plain, ...shares, p, ...told.flatMap((arm) => Object.values(arm))]);
}

const known = new WeakMap<object, DigestFigures>();

/** The figures of a digest, e.g. of ATTRACT two shares of 47 and 48 in one result, and its 692 people in a sentence. */
export function digestFigures({ data, file }: Pick<LintEntry<Source>, 'data' | 'file'>, vocabulary: Vocabulary): DigestFigures {
  const held = known.get(data);
  if (held) return held;
  const reader = new Reader();
  for (const result of data.results ?? []) if (result) readResult(reader, result, data, vocabulary);
  for (const finding of data.findings ?? []) {
    if (!finding) continue;
    const outcomes = (finding.results ?? []).flatMap((id) => data.results?.find((one) => one?.id === id)?.outcome ?? []);
    const { says, grade, certainty, conditions = [], criteria = [], locator, question } = finding;
    const typed = criteria.flatMap((one) =>
      boundNames.flatMap((bound) => (one?.[bound] === undefined ? [] : `${one[bound]} ${vocabulary.criteria[one.on ?? '']?.unit ?? ''}`)),
    );
    const told = [says, grade?.value, grade?.words, certainty && `${certainty} certainty`, ...typed, ...conditions, locator]
      .filter(Boolean)
      .join(' · ');
    reader.open({ text: told, outcomes, questions: question ? [question] : [], finding });
  }
  reader.walk(data);
  reader.walk(file.body);
  const digest = { figures: reader.figures, pairs: reader.pairs, units: reader.units };
  known.set(data, digest);
  return digest;
}
