/**
 * `<patient-conditions>` puts a reader's answers to the conditions of sources: which are met, which not, and what a source does not ask.
 * The danger of the disease is asked first and answered with the emergency line. Answers live in the form alone: no address, no storage.
 */
import type { Answers } from '../evidence/pathway/answer.ts';
import { matchConditions, type Condition, type Matching, type ConditionsState } from '../evidence/pathway/conditions.ts';
import { fromFragment, type Said } from '../evidence/pathway/fragment.ts';
import type { PathwayInput, PathwayTest } from '../schema/pathway.ts';
import { formatCount, formatList, withinSentence } from '../words/phrase.ts';
import { controls, dataOf, readForm, settle, writeForm } from './input-form.client.ts';
import { partOf, standWhile } from './page-part.client.ts';

const states: readonly ConditionsState[] = ['met', 'untyped', 'open', 'not-met'];
const words: Readonly<Record<ConditionsState, string>> = {
  met: 'Conditions met',
  untyped: 'Conditions in words only',
  open: 'Open',
  'not-met': 'Conditions not met',
};
const counted: typeof words = { met: 'met', untyped: 'in words only', open: 'open', 'not-met': 'not met' };
const eachWords = { holds: 'Met', fails: 'Not met', unknown: 'Not known' } as const;
const inSentence = (names: readonly string[]): string => formatList(names.map(withinSentence));

interface Row {
  readonly host: HTMLElement;
  readonly conditions: readonly Condition[];
  readonly marks: readonly HTMLElement[];
  /** Whether some of its conditions are words, which stay the reader's to judge. */
  readonly worded: boolean;
}

const toRow = (host: HTMLElement): Row => {
  const marks = [...host.querySelectorAll<HTMLElement>('[data-test]')];
  const worded = host.querySelector('[data-words]') !== null;
  return {
    host,
    marks,
    worded,
    conditions: marks.map((mark) => ({ key: mark.dataset['key'] ?? '', test: dataOf<PathwayTest>(mark, 'test') })),
  };
};

/** What stands beside a source, e.g. `Open: needs age`. */
function stateWords({ state, needs }: Matching, { conditions, worded }: Row): string {
  if (state === 'open') return `${words.open}: needs ${inSentence(needs)}`;
  if (state !== 'met') return words[state];
  return worded ? 'Typed conditions met' : conditions.length ? words.met : 'For all: states no condition';
}

class PatientConditions extends HTMLElement {
  private readonly inputs = dataOf<PathwayInput[]>(this, 'inputs');
  private rows: readonly Row[] = [];

  connectedCallback(): void {
    const form = partOf<HTMLFormElement>(this, 'form');
    this.rows = [...this.querySelectorAll<HTMLElement>('tbody tr')].map(toRow);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      partOf(this, '[data-says]').scrollIntoView();
    });
    form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      settle(form, target);
      if (target.type !== 'number' || target.reportValidity()) this.show(readForm(form, this.inputs));
    });
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.write(form, '');
      controls(form, this.inputs[0]?.key ?? '')[0]?.focus();
    });
    // What a search was read as; what was answered before this code came counts for more.
    const fold = this.closest<HTMLElement>('[data-answers]');
    const asked = (): string => fold?.dataset['answers'] ?? '';
    fold?.addEventListener('answers', () => this.write(form, asked()));
    if (asked()) this.write(form, asked());
    else this.show(readForm(form, this.inputs));
  }

  private write(form: HTMLFormElement, fragment: string): void {
    const said = fromFragment(this.inputs, fragment);
    writeForm(form, this.inputs, said);
    this.show(said);
  }

  private show({ answers, unknown }: Said): void {
    const { danger, is } = this.dataset;
    const inDanger = danger !== undefined && answers[danger] === is;
    const asked = danger === undefined || answers[danger] !== undefined || unknown.has(danger);
    for (const field of this.querySelectorAll<HTMLElement>('[data-input]'))
      field.hidden = field.dataset['input'] !== danger && (inDanger || !asked);
    standWhile(this, 'danger', inDanger || (danger !== undefined && unknown.has(danger)));
    const begun = asked && Object.keys(answers).length > 0;
    this.toggleAttribute('data-begun', begun);
    const shown = this.rows.map((row) => this.showRow(row, begun ? answers : {}, inDanger));
    for (const table of this.querySelectorAll('table')) this.arrange(table);
    partOf(this, '[data-says]').textContent = begun ? this.summary(shown, inDanger) : '';
  }

  /** Shows how one source stands; in danger only those are left that speak of it. */
  private showRow(row: Row, answers: Answers, inDanger: boolean): ConditionsState | undefined {
    const { host, conditions, marks, worded } = row;
    const matching = matchConditions(conditions, this.inputs, answers, worded);
    const speaks = conditions.some(({ key }, i) => key === this.dataset['danger'] && matching.each[i]?.holds === 'holds');
    host.hidden = inDanger && !speaks;
    host.dataset['match'] = matching.state;
    partOf(host, '[data-state]').textContent = stateWords(matching, row);
    const danger = this.inputs.find(({ key }) => key === this.dataset['danger'])?.name;
    const unasked = matching.unasked.filter((name) => name !== danger);
    partOf(host, '[data-unasked]').textContent = unasked.length ? `Does not ask: ${inSentence(unasked)}.` : '';
    marks.forEach((mark, i) => {
      const { holds = 'unknown', answer = '' } = matching.each[i] ?? {};
      mark.dataset['holds'] = holds;
      partOf(mark, '[data-because]').textContent = `${eachWords[holds]}${answer && `: ${withinSentence(answer)}`}`;
    });
    return host.hidden ? undefined : matching.state;
  }

  /** Those whose conditions are met come first; a table of which no row is left goes. */
  private arrange(table: HTMLTableElement): void {
    const body = partOf<HTMLTableSectionElement>(table, 'tbody');
    const rows = this.rows.filter(({ host }) => host.parentElement === body);
    const place = ({ host }: Row): number =>
      this.hasAttribute('data-begun') ? states.indexOf(host.dataset['match'] as ConditionsState) : 0;
    body.append(...rows.toSorted((a, b) => place(a) - place(b)).map(({ host }) => host));
    table.hidden = rows.every(({ host }) => host.hidden);
  }

  private summary(shown: readonly (ConditionsState | undefined)[], inDanger: boolean): string {
    const silent = shown.filter((state) => state === undefined).length;
    const counts = states.flatMap((state) => {
      const count = shown.filter((one) => one === state).length;
      return count ? [`${counted[state]} ${count}`] : [];
    });
    if (inDanger) return `This can be an emergency. ${silent} of ${shown.length} here do not speak of it.`;
    return `Of ${formatCount(shown.length, 'finding')}: ${formatList(counts)}.`;
  }
}

customElements.define('patient-conditions', PatientConditions);
