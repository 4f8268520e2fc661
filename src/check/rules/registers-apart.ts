/** The registers of one answer against each other: none says more, or another count, than the clinician's. */
import type { ContentFile } from '../../library/content-file.ts';
import { placeIn, type TextBlock } from '../reading/blocks.ts';
import { readFigures, type ProseFigure } from '../reading/figures.ts';
import { keysOf } from '../reading/sentences.ts';
import { inBody, type Rule, type Violation } from '../rule.ts';
import type { LintContext } from '../lint-context.ts';
import { mdxEntries } from '../uses.ts';

/** The register that the others are held against: it has the figures and all sources. */
const FULLEST = 'clinician';

const withoutCitations = (text: string): string => text.replace(/\[[^[\]]*@[^[\]]*\]/gu, (group) => ' '.repeat(group.length));

/** Numbers in letters count nothing of patients unless a unit or a noun says so, and years are no counts. */
const counts = ({ kind, inWords, number }: ProseFigure): boolean =>
  kind !== 'year' && kind !== 'date' && !(inWords && (kind === 'plain' || number <= 2 || kind.startsWith('time:')));

const figuresIn = (blocks: readonly TextBlock[]): { readonly figure: ProseFigure; readonly block: TextBlock }[] =>
  blocks.flatMap((block) =>
    readFigures(withoutCitations(block.text))
      .filter(counts)
      .map((figure) => ({ figure, block })),
  );

const PART_OF = /^(?: (?:out )?of (?:the )?|\/)$/;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, a);
/** The same figure, whatever it is said in: `18 in 100` and `18%`, `two weeks` and `14 days`, `30 of 137` and `21.9%`. */
function isSaid(figure: ProseFigure, by: readonly ProseFigure[]): boolean {
  return by.some((one) => {
    if (same(one.value, figure.value) || same(one.number, figure.number)) return true;
    const rounded = Math.round(one.value * 10 ** figure.decimals) / 10 ** figure.decimals;
    return one.kind === figure.kind && (figure.rough || figure.kind === 'share') && same(rounded, figure.value);
  });
}

/** The share that a part and its whole make, e.g. 29 of `15/52`. */
function shareOf(part: ProseFigure, next: { readonly figure: ProseFigure; readonly block: TextBlock } | undefined): ProseFigure[] {
  const whole = next?.figure;
  if (!whole || whole.value <= part.value || !PART_OF.test(next.block.text.slice(part.end, whole.at))) return [];
  const value = (part.value / whole.value) * 100;
  return [{ ...part, kind: 'share', value, number: value }];
}

/** What a public body writes for patients is cited to them and need not be cited to clinicians. */
const isForPatients = ({ sourceOf }: LintContext, id: string): boolean => sourceOf.get(id)?.data.kind === 'guidance-public';

function* apart(file: ContentFile, name: string, blocks: readonly TextBlock[], isForAll: (id: string) => boolean): Iterable<Violation> {
  const byRegister = Map.groupBy(
    blocks.filter(({ within }) => within?.name === name),
    ({ within }) => within?.register ?? '',
  );
  const fullest = byRegister.get(FULLEST);
  if (!fullest) return;
  const cited = new Set(fullest.flatMap(({ text }) => keysOf(text).map(({ id }) => id)));
  const figures = figuresIn(fullest).flatMap(({ figure }, index, all) => [figure, ...shareOf(figure, all[index + 1])]);
  for (const [register, own] of byRegister) {
    if (register === FULLEST) continue;
    const where = (block: TextBlock, at: number) => ({ file: file.path, place: inBody(file, placeIn(block, at)) });
    const seen = new Set<string>();
    for (const block of own)
      for (const { id, at } of keysOf(block.text)) {
        if (cited.has(id) || seen.has(id) || isForAll(id)) continue;
        seen.add(id);
        yield {
          ...where(block, at),
          level: 'warning',
          message: `\`<${name} for="${register}">\` cites \`${id}\`, which \`<${name} for="${FULLEST}">\` does not.`,
          fix: `Cite it for clinicians as well, or leave it to the text below the answers.`,
        };
      }
    for (const { figure, block } of figuresIn(own)) {
      if (isSaid(figure, figures)) continue;
      yield {
        ...where(block, figure.at),
        message: `\`<${name} for="${register}">\` says “${figure.said.trim()}”, a number that \`<${name} for="${FULLEST}">\` does not have.`,
        fix: 'Give all registers one count: take the number over, or leave it to the text below the answers.',
      };
    }
  }
}

export const registersApart: Rule = {
  name: 'registers-apart',
  level: 'error',
  says: 'What an answer tells the public and students, sources and numbers, it tells clinicians as well.',
  why: 'Two readers of one page would carry away two answers.',
  *find(context) {
    for (const { file } of mdxEntries(context)) {
      const { blocks } = context.bodyOf(file);
      for (const name of new Set(blocks.flatMap(({ within }) => (within?.register ? [within.name] : []))))
        yield* apart(file, name, blocks, (id) => isForPatients(context, id));
    }
  },
};
