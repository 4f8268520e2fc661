/** Saved text cut into headings, paragraphs and list items by the look of its lines, and the lines that belong to the page around an article. */

/** Lines that are dropped wherever they stand. */
const pageLines: readonly RegExp[] = [
  /^skip to (?:the )?(?:main )?(?:content|navigation)$|^aller au contenu(?: principal)?$|^zum inhalt springen$/i,
  /^(?:menu|home|search|share|print|back to top|log ?in|sign (?:in|up)|subscribe|newsletter|next|previous|accueil|partager|imprimer)$/i,
  /^(?:tweet|facebook|linkedin|whatsapp|e-?mail|copy link)$/i,
  /\b(?:cookie policy|accept (?:all )?cookies|we use cookies)\b/i,
  /^(?:related|more|further) [^.?!]{0,50}\b(?:resources|articles|posts|stories|reading|news)$|^(?:articles liés|à lire aussi|read (?:more|next))\b/i,
  /^(?:table of contents|on this page|in this article|contents|sommaire)$/i,
  /^(?:article )?review status$/i,
  /^(?:submitted|under review|approved|draft|published)$/i,
  /^personali[sz]e$|^help us tailor\b|^which best describes you\b/i,
  /^have (?:a|another|more) (?:follow-up )?questions?\b|^ask (?:a|any) (?:follow[ -]?up )?question/i,
  /^our \S+(?: \S+)? (?:a\.?i\.?|assistant|chatbot)\b/i,
  /\beducational purposes? only\b.*\bcontent is\b/i,
  /(?:\ball|All) (?:our |of our )?(?:articles|content|pages) (?:are|is|get) (?:\S+ )?(?:reviewed|checked)\b/,
  /^©|^copyright\b|\ball rights reserved\b/i,
  /^was this (?:page|article) helpful\b/i,
  /^(?:\d+ min(?:ute)?s? read|reading time\b.*)$/i,
];

const disclaimers: readonly RegExp[] = [
  /\bdisclaimer\b/i,
  /\b(?:does|do|should) not (?:constitute|replace|be (?:considered|taken as)) (?:a )?(?:medical|professional) \w+/i,
  /\bnot (?:a substitute for|intended as|a replacement for) (?:\w+ )*(?:advice|consultation|judg)/i,
  /\bfor (?:general )?(?:informational|educational|information)(?: and \w+)? purposes\b/i,
  /\bassumes? no (?:liability|responsibility)\b/i,
  /\bregulatory status\b.*\bvar(?:y|ies)\b/i,
  /\bintended for (?:healthcare|health care|medical) professionals\b/i,
];

/** True for a line of the page and not of the article, e.g. `isBoilerplate('Skip to main content')`. */
export const isBoilerplate = (line: string): boolean => pageLines.some((pattern) => pattern.test(line.trim()));

/** True for a paragraph or heading that disclaims, e.g. `isDisclaimer('This does not constitute medical advice.')`. */
export const isDisclaimer = (text: string): boolean => disclaimers.some((pattern) => pattern.test(text));

/** True for a line of tags that lost the spaces between them: small letters only, no punctuation, at least four words. */
export const isRunTogetherTags = (line: string): boolean =>
  /^[\p{Ll}\d\s'’/-]+$/u.test(line.trim()) && line.trim().split(/\s+/).length >= 4;

const REVIEWED_BY =
  /^(?:medically |clinically )?(?:reviewed|fact[- ]checked|relu|geprüft)(?: by| par| von)?\s*:\s*(.+)$|^(?:medically |clinically )?reviewed by\s+(.+)$/i;

/** The reviewer that a line names, e.g. `toReviewer('Reviewed by: Example Team') === 'Example Team'`. */
export function toReviewer(line: string): string | undefined {
  const match = REVIEWED_BY.exec(line.trim());
  return (match?.[1] ?? match?.[2])?.replace(/\.$/, '').trim();
}

/** What a line says about the review of its page, e.g. `pending human review`. */
export const toReviewState = (line: string): string | undefined =>
  /\b(?:pending (?:\w+ )?review|awaiting (?:\w+ )?review|not (?:yet )?(?:been )?reviewed)\b/i.exec(line)?.[0].toLowerCase();

export interface Block {
  readonly kind: 'heading' | 'prose' | 'item';
  /** Without bullet, number or `#`. */
  readonly text: string;
  /** Number of `#` before a heading that is marked so. */
  readonly level?: number;
  /** Page on which it begins, where the article has pages. */
  readonly page?: number;
}

const BULLET = /^\s*(?:[•◦▪‣·*+–-]|(?:\d{1,2}|[a-z])[.)])\s+(\S.*)$/;
const MARKDOWN_HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const LONGEST_HEADING = 130;

/** Headings that are known by their words, wherever they stand. */
const KNOWN =
  /^(?:references?|sources|bibliography|citations|works cited|références|literatur|bibliografía|frequently asked questions|faqs?)$/i;

/** True for the heading of a reference list, e.g. `isReferenceHeading('References')`. */
export const isReferenceHeading = (text: string): boolean =>
  /^(?:references?|sources|bibliography|citations|works cited|références|literatur|bibliografía)$/i.test(text.trim());

/** True when a line that stands alone reads as a heading: short, opens with a capital or a number, does not end a sentence. */
const readsAsHeading = (line: string): boolean =>
  line.length <= LONGEST_HEADING &&
  /^["“‘'«(]?[\p{Lu}\d]/u.test(line) &&
  /\p{L}{2}/u.test(line) &&
  !/[.;,:…!]["”’)]?$/.test(line) &&
  !/[.!?…]["”’)]?\s*\[?\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]?$|[.!?][⁰¹²³⁴-⁹]+$/.test(line) &&
  !/(?:\p{Ll}{3}|[\])])\.(?:\[?[\d,–-]+\]?)?\s+\p{Lu}/u.test(line) &&
  !/\d{5}/.test(line) &&
  !/ \| |https?:\/\/|^www\.|\[…\]$/.test(line) &&
  !isRunTogetherTags(line);

/** Lines broken by the editor that saved them, e.g. at 72 characters, and not by the author. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.slice(0, -1).every((line) => line.length >= 45 && line.length <= 110) &&
  lines.slice(0, -1).filter((line) => /[.!?:]$/.test(line)).length <= lines.length / 3 &&
  lines.slice(1).some((line) => /^\p{Ll}/u.test(line));

function toProse(lines: readonly string[], alone: boolean): Block[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (isWrapped(lines)) return [{ kind: 'prose', text: lines.join(' ') }];
  return lines.map((line) => {
    const marked = MARKDOWN_HEADING.exec(line);
    if (marked) return { kind: 'heading', text: marked[2] ?? '', level: marked[1]?.length ?? 1 };
    const heading = KNOWN.test(line) || (alone && lines.length === 1 && !isBoilerplate(line) && readsAsHeading(line));
    return { kind: heading ? 'heading' : 'prose', text: line };
  });
}

/** A group is what stands between empty lines: a paragraph, a list, a list under its heading, or lines of a page header. */
function toGroupBlocks(group: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let run: string[] = [];
  for (const line of group) {
    const item = BULLET.exec(line);
    const last = blocks.at(-1);
    if (item) {
      blocks.push(...toProse(run, blocks.length === 0), { kind: 'item', text: item[1] ?? '' });
      run = [];
    } else if (last?.kind === 'item' && run.length === 0 && /^\s/.test(line)) {
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line.trim()}` };
    } else run.push(line.trim());
  }
  return [...blocks, ...toProse(run, blocks.length === 0)];
}

/** The blocks of a text in order, e.g. `toBlocks('A heading\n\nA sentence.')` gives a heading and prose. */
export function toBlocks(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trimEnd());
  // A text saved without any empty line has one paragraph on each line.
  const dense = lines.length > 8 && !lines.slice(1, -1).some((line) => line === '');
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line === '' || (dense && !BULLET.test(line))) groups.push([]);
    if (line !== '') groups.at(-1)?.push(line);
  }
  return groups.flatMap(toGroupBlocks);
}
