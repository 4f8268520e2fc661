/** `<pathway-compare>`: puts the same answers to several pathways and shows what each says. */
import { evaluate } from '../../evidence/pathway/evaluate.ts';
import { isInDanger } from '../../evidence/pathway/emergency.ts';
import type { Said } from '../../evidence/pathway/fragment.ts';
import type { PathwayInput, PathwayLogic } from '../../schema/pathway.ts';
import { partOf } from '../../parts/page-part.client.ts';
import { dataOf, followForm } from './form.client.ts';
import { orList } from '../../words/phrase.ts';

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
    const danger = partOf(this, '[data-danger]');
    const emergency = isInDanger(said.answers, danger.dataset['danger']);
    danger.hidden = !emergency;
    partOf(this, '[data-summary]').textContent = [...(emergency ? ['This can be an emergency.'] : []), ...summary].join(' ');
  }
}

customElements.define('pathway-compare', PathwayCompare);
