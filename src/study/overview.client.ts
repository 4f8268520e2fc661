/** `<study-overview>`: what is due, how the last weeks went and what comes; saves, opens and forgets what was learned. */
import { partOf } from '../parts/page-part.client.ts';
import { dateInWords } from '../words/date.ts';
import { formatCount } from '../words/phrase.ts';
import { made } from './card-face.client.ts';
import type { DeckEntry } from './decks.ts';
import { forgetReviews, keepReviews, readReviews } from './history.client.ts';
import { fromHistoryFile, toHistoryFile } from './history-file.client.ts';
import { momentOnDevice } from './moment.client.ts';
import {
  calibrationOf,
  dayAfter,
  daysInARow,
  dueBy,
  forecast,
  toSchedule,
  unseen,
  type Calibration,
  type StudyReview,
} from './schedule.client.ts';

const WEEKS = 12;
/** From so many cards on a day is a full one. */
const FULL = 20;

const fitOf = (name: string, { right, of }: Calibration): string => (of ? `${name}: ${right} of ${formatCount(of, 'answer')} right. ` : '');

export class StudyOverview extends HTMLElement {
  private decks: readonly DeckEntry[] = [];

  connectedCallback(): void {
    partOf(this, '[data-save]').addEventListener('click', () => void this.save());
    partOf(this, '[data-open]').addEventListener('click', () => this.choose());
    const ask = partOf<HTMLDialogElement>(this, '[data-ask]');
    partOf(this, '[data-reset]').addEventListener('click', () => void this.ask(ask));
    ask.addEventListener('close', () => void this.forget(ask.returnValue));
    this.start().catch(() => this.say('This browser keeps nothing, so there is nothing to show here.'));
  }

  private say(words: string): void {
    partOf(this, '[data-said]').textContent = words;
  }

  private async start(): Promise<void> {
    this.decks = (await (await fetch(this.dataset['index'] ?? '')).json()) as readonly DeckEntry[];
    this.print(await readReviews());
  }

  private print(reviews: readonly StudyReview[]): void {
    const schedule = toSchedule(reviews);
    const { day, ends, now } = momentOnDevice(7);
    const all = this.decks.flatMap(({ cards }) => cards);
    partOf(this, '[data-due]').textContent = String(dueBy(all, schedule, ends[0] ?? now).length);
    partOf(this, '[data-new]').textContent = String(unseen(all, schedule).length);
    for (const { id, cards } of this.decks) {
      const place = this.querySelector(`[data-deck='${id}']`);
      const due = dueBy(cards, schedule, ends[0] ?? now).length;
      if (place)
        place.textContent = `${due ? `${due} due · ` : ''}${cards.length - unseen(cards, schedule).length} of ${formatCount(cards.length, 'card')} begun`;
    }
    partOf(this, '[data-history]').hidden = reviews.length === 0;
    const counts = Map.groupBy(reviews, (review) => review.day);
    const days = Array.from({ length: WEEKS * 7 }, (_, index) => dayAfter(day, index + 1 - WEEKS * 7));
    partOf(this, '[data-calendar]').replaceChildren(
      ...days.map((one) => {
        const count = counts.get(one)?.length ?? 0;
        const row = made('li', '', made('span', 'visually-hidden', count ? `${dateInWords(one)}: ${formatCount(count, 'answer')}` : ''));
        if (count) row.dataset['much'] = count < FULL ? '1' : '2';
        else row.ariaHidden = 'true';
        return row;
      }),
    );
    const active = days.filter((one) => counts.has(one)).length;
    const row = daysInARow(reviews, day);
    partOf(this, '[data-days]').textContent =
      `${formatCount(reviews.length, 'answer')} on ${formatCount(active, 'day')} of these twelve weeks${row > 1 ? `, the last ${row} in a row` : ''}.`;
    const coming = forecast(all, schedule, ends);
    const most = Math.max(1, ...coming);
    partOf(this, '[data-forecast]').replaceChildren(
      ...coming.map((count, index) => {
        const name = index ? dateInWords(dayAfter(day, index)).replace(/ \d{4}$/, '') : 'Today';
        const bar = made('meter');
        Object.assign(bar, { max: most, value: count, ariaLabel: `${name}: ${formatCount(count, 'card')}` });
        return made('li', '', made('span', '', name), made('span', '', String(count)), bar);
      }),
    );
    const fit = fitOf('Sure', calibrationOf(reviews, true)) + fitOf('Not sure', calibrationOf(reviews, false));
    partOf(this, '[data-fit]').textContent =
      fit || 'Say before an answer whether you are sure of it: then it stands here how well that fits.';
  }

  private async save(): Promise<void> {
    const reviews = await readReviews();
    const anchor = made('a');
    anchor.href = URL.createObjectURL(new Blob([toHistoryFile(reviews)], { type: 'application/json' }));
    anchor.download = `study-${momentOnDevice().day}.json`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
    this.say(`${formatCount(reviews.length, 'answer')} saved as ${anchor.download}.`);
  }

  /** Lets the reader pick a file. The field is made here: no page has one, so that none can be forged. */
  private choose(): void {
    const input = made('input');
    Object.assign(input, { type: 'file', accept: '.json,application/json' });
    input.addEventListener('change', () => void input.files?.[0]?.text().then((text) => this.open(text)));
    input.click();
  }

  private async open(text: string): Promise<void> {
    const read = fromHistoryFile(text);
    if (read.problem !== undefined) {
      this.say(read.problem);
      return;
    }
    const before = (await readReviews()).length;
    await keepReviews(read.reviews);
    const reviews = await readReviews();
    this.print(reviews);
    this.say(`${formatCount(read.reviews.length, 'answer')} read, ${reviews.length - before} of them new here.`);
  }

  private async ask(dialog: HTMLDialogElement): Promise<void> {
    const { length } = await readReviews();
    partOf(dialog, '[data-ask-says]').textContent =
      `${formatCount(length, 'answer')} would be gone from this device for good. Save them as a file first if you may want them back.`;
    dialog.showModal();
  }

  private async forget(word: string): Promise<void> {
    if (word !== 'forget') return;
    await forgetReviews();
    this.print([]);
    this.say('All that you learned here is forgotten.');
  }
}

customElements.define('study-overview', StudyOverview);
