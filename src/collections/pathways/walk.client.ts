/**
 * `<pathway-stepper>` asks one question of a pathway after the other, and says what follows and why; `<pathway-compare>` puts the
 * same answers to several pathways and shows what each says. Their form and the fragment of the address are kept in step; nothing is
 * kept elsewhere or sent.
 */
import { evaluate, nextInput, type Evaluation } from '../../evidence/pathway/evaluate.ts';
import { isInDanger } from '../../evidence/pathway/emergency.ts';
import { fromFragment, toFragment, type Said } from '../../evidence/pathway/fragment.ts';
import type { PathwayInput, PathwayLogic } from '../../schema/pathway.ts';
import { controls, dataOf, readForm, settle, writeForm } from '../../parts/input-form.client.ts';
import { partOf, standWhile } from '../../parts/page-part.client.ts';
import { orList } from '../../words/phrase.ts';

/**
 * Listens to a form and to the address, and calls `show` with what is said, first now. A first answer to a question makes an
 * entry in the history, so that Back takes it away; changing it again does not.
 */
function followForm(form: HTMLFormElement, inputs: readonly PathwayInput[], show: (said: Said) => void): AbortController {
  const life = new AbortController();
  const { signal } = life;
  const fromAddress = (): Said => fromFragment(inputs, location.hash);
  const begin = (): void => {
    writeForm(form, inputs, fromAddress());
    show(fromAddress());
  };
  const said = ({ answers, unknown }: Said): number => Object.keys(answers).length + unknown.size;
  const change = (): void => {
    const now = readForm(form, inputs);
    const before = fromAddress();
    const fragment = toFragment(inputs, now);
    if (fragment !== toFragment(inputs, before)) {
      const address = location.pathname + location.search + (fragment && `#${fragment}`);
      if (said(now) === said(before)) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    show(now);
  };
  form.addEventListener(
    'change',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      settle(form, target);
      if (target.type === 'number' && !target.reportValidity()) return;
      change();
    },
    { signal },
  );
  // Enter in a number would send the form: it takes the number instead.
  form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  form.addEventListener(
    'reset',
    (event) => {
      event.preventDefault();
      writeForm(form, inputs, { answers: {}, unknown: new Set() });
      change();
      controls(form, inputs[0]?.key ?? '')[0]?.focus();
    },
    { signal },
  );
  for (const moved of ['popstate', 'hashchange']) addEventListener(moved, begin, { signal });
  // This code is fetched late: what was answered before it came counts, unless the address says something else.
  if (said(fromAddress()) === 0 && said(readForm(form, inputs)) > 0) change();
  else begin();
  return life;
}

const states = { holds: 'Holds', fails: 'Does not hold', unknown: 'Open', 'not-reached': 'Not asked' } as const;

class PathwayStepper extends HTMLElement {
  private life: AbortController | undefined;
  private logic: PathwayLogic = { inputs: [], rules: [], outcomes: [], constraints: [] };

  connectedCallback(): void {
    this.logic = dataOf<PathwayLogic>(this, 'logic');
    this.life = followForm(partOf<HTMLFormElement>(this, 'form'), this.logic.inputs, (said) => this.show(said));
  }

  disconnectedCallback(): void {
    this.life?.abort();
  }

  private show(said: Said): void {
    const evaluation = evaluate(this.logic, said.answers);
    const next = nextInput(this.logic, said.answers, said.unknown);
    for (const field of this.querySelectorAll<HTMLElement>('[data-input]')) {
      const key = field.dataset['input'] ?? '';
      field.hidden = key !== next && said.answers[key] === undefined && !said.unknown.has(key);
      field.toggleAttribute('data-next', key === next);
    }
    standWhile(this, 'danger', isInDanger(said.answers, partOf(this, '[data-danger]').dataset['danger']));
    this.showOutcome(evaluation, next);
    this.showTrace(evaluation, Object.keys(said.answers).length + said.unknown.size > 0);
  }

  private showOutcome({ reading }: Evaluation, next: string | undefined): void {
    const labels = (ids: readonly string[]): string[] =>
      this.logic.outcomes.filter(({ id }) => ids.includes(id)).map(({ label }) => `“${label}”`);
    const inputs = (keys: readonly string[]): string =>
      orList(this.logic.inputs.filter(({ key }) => keys.includes(key)).map(({ name }) => name.toLowerCase()));
    let [outcome, says] = ['The source does not say', 'None of its rules takes this case. Silence is not advice against.'];
    let nextQuestion = '';
    if (reading.kind === 'outcome') {
      const found = this.logic.outcomes.find(({ id }) => id === reading.outcome);
      [outcome, says] = [found?.label ?? '', found?.says ?? ''];
    } else if (reading.kind === 'undecided') {
      const asked = this.logic.inputs.find(({ key }) => key === next);
      outcome = asked ? 'Not decided yet' : 'This cannot be decided from the source';
      nextQuestion = asked ? `Next question: ${asked.label}` : '';
      const open = `Still open: ${labels(reading.possible).join(', ')}.`;
      says = asked ? open : `Its rules need what is not known: ${inputs(reading.needs)}. ${open}`;
    }
    this.toggleAttribute('data-decided', reading.kind !== 'undecided');
    partOf(this, '[data-outcome]').textContent = outcome;
    partOf(this, '[data-next-question]').textContent = nextQuestion;
    partOf(this, '[data-says]').textContent = says;
  }

  /** The trace stands only once something was answered: before that every rule is open. */
  private showTrace({ trace }: Evaluation, begun: boolean): void {
    this.toggleAttribute('data-begun', begun);
    for (const { rule, state, because } of trace) {
      const row = this.querySelector<HTMLElement>(`[data-rule="${rule}"]`);
      if (!row) continue;
      row.dataset['holds'] = state;
      partOf(row, '[data-state]').textContent = `${states[state]}:`;
      const reasons = because.map((reason) => {
        const item = document.createElement('li');
        item.textContent = reason;
        return item;
      });
      partOf(row, '[data-because]').replaceChildren(...reasons);
    }
  }
}

customElements.define('pathway-stepper', PathwayStepper);

interface Compared {
  readonly host: HTMLElement;
  readonly name: string;
  readonly logic: PathwayLogic;
}

/** What one pathway says to the answers: a label and a sentence. */
function answerOf({ inputs, outcomes, ...rest }: PathwayLogic, { answers }: Said): readonly [string, string] {
  const { reading } = evaluate({ inputs, outcomes, ...rest }, answers);
  if (reading.kind === 'gap') return ['The source does not say', 'None of its rules takes this case.'];
  if (reading.kind === 'undecided') {
    const needed = inputs.filter(({ key }) => reading.needs.includes(key)).map(({ name }) => name.toLowerCase());
    return ['Not decided', `It needs: ${orList(needed)}.`];
  }
  const found = outcomes.find(({ id }) => id === reading.outcome);
  return [found?.label ?? '', found?.says ?? ''];
}

class PathwayCompare extends HTMLElement {
  private life: AbortController | undefined;

  connectedCallback(): void {
    const compared = [...this.querySelectorAll<HTMLElement>('[data-logic]')].map((host): Compared => ({
      host,
      name: host.dataset['name'] ?? '',
      logic: dataOf<PathwayLogic>(host, 'logic'),
    }));
    const inputs = dataOf<PathwayInput[]>(this, 'inputs');
    this.life = followForm(partOf<HTMLFormElement>(this, 'form'), inputs, (said) => this.show(compared, said));
  }

  disconnectedCallback(): void {
    this.life?.abort();
  }

  private show(compared: readonly Compared[], said: Said): void {
    const summary = compared.map(({ host, name, logic }) => {
      const [label, says] = answerOf(logic, said);
      partOf(host, '[data-outcome]').textContent = label;
      partOf(host, '[data-says]').textContent = says;
      return `${name}: ${label}.`;
    });
    const emergency = isInDanger(said.answers, partOf(this, '[data-danger]').dataset['danger']);
    standWhile(this, 'danger', emergency);
    partOf(this, '[data-summary]').textContent = [...(emergency ? ['This can be an emergency.'] : []), ...summary].join(' ');
  }
}

customElements.define('pathway-compare', PathwayCompare);
