/** What was learned, in the browser’s own database. It is sent nowhere. A browser that refuses leaves a session without a memory. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { StudyReview } from './schedule.client.ts';

interface History extends DBSchema {
  reviews: { key: [string, number]; value: StudyReview };
}

let opened: Promise<IDBPDatabase<History>> | undefined;
const open = (): Promise<IDBPDatabase<History>> =>
  (opened ??= openDB<History>('study', 1, {
    upgrade: (database) => void database.createObjectStore('reviews', { keyPath: ['card', 'at'] }),
  }));

/** Every review that is kept on this device. */
export const readReviews = async (): Promise<StudyReview[]> => (await open()).getAll('reviews');

/** Keeps reviews, all or none; one that is there already, by card and moment, is kept once. */
export async function keepReviews(reviews: readonly StudyReview[]): Promise<void> {
  const change = (await open()).transaction('reviews', 'readwrite');
  await Promise.all([...reviews.map((review) => change.store.put(review)), change.done]);
}

/** Forgets everything. */
export const forgetReviews = async (): Promise<void> => (await open()).clear('reviews');
