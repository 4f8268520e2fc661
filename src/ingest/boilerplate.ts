/** Lines that belong to the page around an article: navigation, banners, disclaimers. One row per habit, in the languages met so far. */

/** Lines that are dropped wherever they stand. */
const lines: readonly RegExp[] = [
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
export const isBoilerplate = (line: string): boolean => lines.some((pattern) => pattern.test(line.trim()));

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
