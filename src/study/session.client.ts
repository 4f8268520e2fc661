/** `<study-session>`: asks one card after the other and keeps how it went. By keys, touch and voice alike. */
import type { CardView } from '../parts/card.ts';
import { partOf } from '../parts/page-part.client.ts';
import { savedSetting } from '../parts/setting.client.ts';
import { learnUrl } from '../parts/urls.ts';
import { answerNodes, askedNodes, isRight, link, pickRows, shownRows } from './card-face.client.ts';
import type { DeckEntry } from './decks.ts';
import { keepReviews, readReviews } from './history.client.ts';
import { momentOnDevice } from './moment.client.ts';
import {
  dueBy,
  mixed,
  nextCard,
  toSchedule,
  unseen,
  waitInWords,
  waitsOf,
  type Rating,
  type StudyReview,
  type StudySchedule,
} from './schedule.client.ts';

const fetched = async <Data>(url: string): Promise<Data> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return (await response.json()) as Data;
};

const sureness: Readonly<Record<string, boolean | null>> = { yes: true, no: false };
const arrows: Readonly<Record<string, boolean | null>> = { ' ': null, ArrowLeft: false, ArrowRight: true };

export class StudySession extends HTMLElement {
  private cards: ReadonlyMap<string, CardView> = new Map();
  private order: readonly string[] = [];
  private reviews: StudyReview[] = [];
  private ofOneTopic = false;
  private fresh = 0;
  private asked = 0;
  private kept = true;
  private card: CardView | undefined;
  private picked: number[] = [];
  private sure: boolean | null = null;
  private known: { readonly reviews: number; readonly schedule: StudySchedule } | undefined;
  private shown = false;
  private readonly life = new AbortController();

  connectedCallback(): void {
    const { signal } = this.life;
    this.addEventListener('click', (event) => this.press((event.target as Element).closest<HTMLElement>('button')), { signal });
    addEventListener('keydown', (event) => this.type(event), { signal });
    this.fresh = Number(this.dataset['fresh']);
    this.start().catch(() => {
      partOf(this, '.study-count').textContent =
        'The cards could not be fetched: there is no network, and they are not on this device yet.';
    });
  }

  disconnectedCallback(): void {
    this.life.abort();
  }

  /** Worked out anew where there are more reviews than last time. */
  private get schedule(): StudySchedule {
    if (this.known?.reviews !== this.reviews.length) this.known = { reviews: this.reviews.length, schedule: toSchedule(this.reviews) };
    return this.known.schedule;
  }

  private async start(): Promise<void> {
    this.reviews = await readReviews().catch(() => {
      this.kept = false;
      return [];
    });
    const { index, decks = '' } = this.dataset;
    const all = index === undefined ? undefined : await fetched<readonly DeckEntry[]>(index);
    const moment = momentOnDevice();
    let urls = decks.split(' ');
    this.ofOneTopic = !all && urls.length === 1;
    if (all) {
      const decksOfCards = all.map(({ cards }) => cards);
      this.order = mixed(decksOfCards, moment.day);
      const { schedule } = this;
      const wanted = new Set([
        ...dueBy(this.order, schedule, moment.ends[0] ?? moment.now),
        ...unseen(this.order, schedule).slice(0, this.fresh),
      ]);
      this.order = this.order.filter((id) => wanted.has(id));
      urls = all.filter(({ cards }) => cards.some((id) => wanted.has(id))).map(({ url }) => url);
    }
    const views = (await Promise.all(urls.filter(Boolean).map((url) => fetched<readonly CardView[]>(url)))).flat();
    this.cards = new Map(views.map((view) => [view.id, view]));
    if (!all) this.order = views.map(({ id }) => id);
    this.order = this.order.filter((id) => this.cards.has(id));
    this.next(false);
  }

  /** The next card, or the end. */
  private next(focus = true): void {
    const id = nextCard(this.order, this.schedule, momentOnDevice().now, this.fresh);
    this.card = id === undefined ? undefined : this.cards.get(id);
    [this.picked, this.sure, this.shown] = [[], null, false];
    this.tell();
    this.print();
    if (focus) partOf(this, this.card ? '[data-asks]' : '[data-end-says]').focus();
  }

  private tell(): void {
    const due = dueBy(this.order, this.schedule, momentOnDevice().now).length;
    const fresh = Math.min(this.fresh, unseen(this.order, this.schedule).length);
    const memory = this.kept ? '' : ' This browser keeps nothing: what you learn here is gone when you leave.';
    partOf(this, '.study-count').textContent = `${this.asked} answered · ${due} due · ${fresh} new.${memory}`;
  }

  private print(): void {
    const { card, shown, picked } = this;
    partOf(this, '[data-card]').hidden = !card;
    partOf(this, '[data-front]').hidden = !card || shown;
    partOf(this, '[data-back]').hidden = !card || !shown;
    partOf(this, '[data-end]').hidden = card !== undefined;
    if (!card) return this.end();
    partOf(this, '[data-topic]').textContent = this.ofOneTopic ? card.objective : card.topic.text;
    partOf(this, '[data-asks]').replaceChildren(...askedNodes(card, shown));
    partOf(this, '[data-options]').replaceChildren(...(shown ? shownRows(card, picked) : pickRows(card, picked)));
    const answer = partOf(this, '[data-answer]');
    answer.hidden = !shown;
    if (!shown) return;
    answer.replaceChildren(...answerNodes(card));
    const waits = waitsOf(this.schedule.get(card.id), momentOnDevice().now);
    for (const [index, button] of [...this.querySelectorAll<HTMLElement>('[data-rating]')].entries()) {
      partOf(button, 'small').textContent = waitInWords(waits[index] ?? 0);
      button.toggleAttribute('data-suggested', index + 1 === this.suggested());
    }
  }

  private end(): void {
    const [none, some] = ['Nothing is due here.', 'Done for now.'];
    partOf(this, '[data-end-says]').textContent = this.asked ? some : none;
    const { ends, now } = momentOnDevice(2);
    const tomorrow = dueBy(this.order, this.schedule, ends[1] ?? now).length;
    const cards = `${tomorrow} ${tomorrow === 1 ? 'card' : 'cards'}`;
    partOf(this, '[data-end-next]').textContent = `${cards} of this deck will be due by the end of tomorrow.`;
    partOf(this, '[data-end-ways]').replaceChildren(link(learnUrl, 'All decks'));
  }

  private suggested(): Rating {
    return this.card && isRight(this.card, this.picked) === false ? 1 : 3;
  }

  private pick(index: number): void {
    const { card } = this;
    if (!card || this.shown || index >= card.options.length + card.steps.length) return;
    const focused = document.activeElement?.matches('[data-pick]') === true;
    if (card.options.length) this.picked = [index];
    else this.picked = this.picked.includes(index) ? this.picked.filter((one) => one !== index) : [...this.picked, index];
    this.print();
    // Only what had the focus gets it again: the space bar goes on meaning the answer.
    if (focused) this.querySelector<HTMLElement>(`[data-pick='${index}']`)?.focus();
  }

  private show(sure: boolean | null): void {
    if (!this.card || this.shown) return;
    [this.sure, this.shown] = [sure, true];
    this.print();
    partOf(this, this.card.kind === 'cloze' ? '[data-asks]' : '[data-answer]').focus({ preventScroll: true });
    partOf(this, '[data-card]').scrollIntoView({ block: 'start' });
  }

  private rate(rating: Rating): void {
    const { card, sure } = this;
    if (!card || !this.shown) return;
    const { now, day } = momentOnDevice();
    const review: StudyReview = { card: card.id, at: now, day, rating, sure };
    if (!this.schedule.has(card.id)) this.fresh -= 1;
    this.reviews.push(review);
    this.asked += 1;
    keepReviews([review]).catch(() => {
      this.kept = false;
      this.tell();
    });
    this.next();
    partOf(this, '.study-count').scrollIntoView({ block: 'nearest' });
  }

  private press(button: HTMLElement | null): void {
    const { sure, pick, rating } = button?.dataset ?? {};
    if (sure !== undefined) this.show(sureness[sure] ?? null);
    else if (pick !== undefined) this.pick(Number(pick));
    else if (rating !== undefined) this.rate(Number(rating) as Rating);
  }

  private type(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    const on = target as Element;
    if (ctrlKey || metaKey || altKey || !this.card || document.querySelector('dialog[open]')) return;
    if (on.closest('input, textarea, select')) return;
    // A key that is a letter or digit can be switched off, as every such key of the site.
    const digit = /^[1-9]$/.test(key) && savedSetting('shortcuts') !== 'off' ? Number(key) : 0;
    if (key === ' ' && on.closest('a, button:not([data-pick][aria-pressed=true]), summary')) return;
    if (!this.shown && Object.hasOwn(arrows, key)) this.show(arrows[key] ?? null);
    else if (!this.shown && digit) this.pick(digit - 1);
    else if (this.shown && key === ' ') this.rate(this.suggested());
    else if (this.shown && digit >= 1 && digit <= 4) this.rate(digit as Rating);
    else return;
    event.preventDefault();
  }
}

customElements.define('study-session', StudySession);
