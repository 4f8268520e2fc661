/** Cells of a space as words for readers and as short names for editors. Pure. */
import type { Answer } from './answer.ts';
import type { InputAxis, Cell } from './space.ts';
import { answerWords } from './words.ts';
import { orList } from '../../words/phrase.ts';

/** How the ends of a run of numbers are said. */
interface Signs {
  readonly atLeast: string;
  readonly above: string;
  readonly atMost: string;
  readonly below: string;
  readonly exactly: string;
  readonly and: string;
}
const spoken: Signs = {
  atLeast: 'at least ',
  above: 'more than ',
  atMost: 'at most ',
  below: 'less than ',
  exactly: 'exactly ',
  and: ' and ',
};
const written: Signs = { atLeast: '>=', above: '>', atMost: '<=', below: '<', exactly: '=', and: '&' };

/** Neighbouring cells together, e.g. the cells 0, 1 and 3 as the runs [0, 1] and [3]. */
function runsOf(cells: readonly Cell[], chosen: readonly number[]): Cell[][] {
  const runs: Cell[][] = [];
  chosen.forEach((at, i) => {
    const cell = cells[at];
    if (!cell) return;
    if (i > 0 && chosen[i - 1] === at - 1) runs.at(-1)?.push(cell);
    else runs.push([cell]);
  });
  return runs;
}

const isOneValue = (cell: Cell): boolean => cell.above === undefined && cell.below === undefined;

function runWords(run: readonly Cell[], signs: Signs, said: (bound: Answer) => string): string {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return '';
  if (run.length === 1 && isOneValue(first)) return signs.exactly + said(first.value);
  const low = isOneValue(first) ? signs.atLeast + said(first.value) : first.above === undefined ? '' : signs.above + said(first.above);
  const high = isOneValue(last) ? signs.atMost + said(last.value) : last.below === undefined ? '' : signs.below + said(last.below);
  return [low, high].filter(Boolean).join(signs.and);
}

/** Some cells of an axis in words, e.g. `less than 14 days`, `iliofemoral or iliocaval`, `exactly 1 year`. */
export function cellWords({ input, cells }: InputAxis, chosen: readonly number[]): string {
  const said = (answer: Answer): string => answerWords(input, answer);
  if (input.type === 'number') return orList(runsOf(cells, chosen).map((run) => runWords(run, spoken, said)));
  return orList(chosen.flatMap((at) => (cells[at] ? [said(cells[at].value)] : [])));
}

const plain = (answer: Answer): string => (typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer));

/** The same as a name that an editor can write, e.g. `days<14`, `location=iliofemoral|iliocaval`, `limbThreat=no`. */
export function cellKey({ input, cells }: InputAxis, chosen: readonly number[]): string {
  if (input.type === 'number')
    return (
      input.key +
      runsOf(cells, chosen)
        .map((run) => runWords(run, written, plain))
        .join('|')
    );
  return `${input.key}=${chosen.flatMap((at) => (cells[at] ? [plain(cells[at].value)] : [])).join('|')}`;
}
