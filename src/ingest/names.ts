/** Names of people and organisations, as pages print them, metadata write them and records keep them. */
import type { Author } from '../schema/source.ts';
import { isAddress } from './canonical-url.ts';

/** A name in its parts, the person's first, e.g. `toAuthor('Sample', 'Ada')`; none where there is neither person nor organisation. */
export const toAuthor = (family: string | undefined, given?: string, organisation?: string): Author[] =>
  family ? [{ family, ...(given && { given }) }] : organisation ? [{ organisation }] : [];

/** The word before an author, in the languages met so far. */
export const AUTHOR_LEAD = /^(?:(?:written )?by|par|von|por|di|door):?\s+/i;
const ORGANISATION =
  /\b(?:academy|affairs|agency|association|board|bureau|cent(?:er|re)|clinic|college|committee|communications?|council|department|desk|editors?|editorial|foundation|gmbh|group|health|hospital|inc|institute|journal|limited|ltd|medical|medicine|ministry|network|news|office|organi[sz]ation|press|sciences?|services?|society|staff|team|trust|university|writers?)\b/i;
const PARTICLE = /^(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|ten|ter|zu|af|al|el|bin|ibn)$/i;
const CREDENTIALS = /,?\s+(?:M\.?D\.?|Ph\.?D\.?|M\.?Sc\.?|R\.?N\.?|FRCS|FRCP|MBBS|MPH|DO|PharmD)\b\.?/g;

/** Without what stands around a name in a line. */
export const trimName = (text: string): string => text.replace(/^[\s|·•,:–—-]+|[\s|·•,:–—-]+$/g, '').replace(/\s+/g, ' ');

function toPerson(name: string): Author | undefined {
  const words = trimName(name.replace(CREDENTIALS, '').replace(/^(?:Dr|Prof(?:essor)?|Mr|Mrs|Ms)\.?\s+/i, '')).split(' ');
  const capital = (word: string): boolean => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !/^\p{Lu}{3,}$/u.test(word);
  if (words.length < 2 || words.length > 5 || !words.every((word) => capital(word) || PARTICLE.test(word))) return undefined;
  const particle = words.findIndex((word, i) => i > 0 && PARTICLE.test(word));
  const cut = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
}

/** Authors in a printed name or list of names, e.g. `toAuthors('Ann van Example, MD and Bo Sample')`; a name that is no person's is an organisation. */
export function toAuthors(names: string): Author[] {
  const plain = trimName(trimName(names).replace(AUTHOR_LEAD, ''));
  if (!plain) return [];
  if (!ORGANISATION.test(plain)) {
    const people = plain
      .replace(CREDENTIALS, '')
      .split(/\s*(?:,|;|&|\band\b|\bet\b|\bund\b)\s*/)
      .filter(Boolean)
      .map(toPerson);
    if (people.every((person) => person !== undefined)) return people;
  }
  return [{ organisation: plain }];
}

/** Authors as metadata write them, e.g. `Sample, Ada` and `Sample A` and `Ada Sample`; an address is no author. */
export function toMetaAuthors(text: string): readonly Author[] {
  if (isAddress(text) || !text) return [];
  const inverted = /^([^,;]{2,60}),\s*([^,;]{1,60})$/.exec(text);
  if (inverted?.[1] && inverted[2] && !/\b(?:MD|PhD|MSc|RN|Inc|Ltd|LLC)\b/.test(inverted[2]))
    return [{ family: inverted[1], given: inverted[2] }];
  const initials = /^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?) (\p{Lu}{1,3})$/u.exec(text);
  if (initials?.[1] && initials[2] && text !== text.toUpperCase()) return [{ family: initials[1], given: initials[2] }];
  return text.includes(';') ? text.split(/\s*;\s*/).flatMap(toMetaAuthors) : toAuthors(text);
}
