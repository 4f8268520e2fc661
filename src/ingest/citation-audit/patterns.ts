/** The words that the citation audit stops at: in the article itself, and in the works that it cites. One row a reason, in the order in which they are tried. */

/** Figures in a sentence: its claim is one that a study makes. */
export const FIGURES = /\d\s?%|\bper ?cent\b|\b\d+ of \d+\b|\bp\s?[<=>]\s?0?\.\d|\b(?:hazard|odds|risk) ratio\b|\bconfidence interval\b/i;

/**
 * The words by which an article praises instead of reporting, under the reason why an editor should stop at them. A row is
 * here because manufacturers and their press use it of devices and procedures and study reports hardly do. `unlessFigures` are
 * words whose objection figures in the same sentence take away.
 */
export const promotionalWords: Readonly<Record<string, RegExp | { readonly unlessFigures: RegExp }>> = {
  'it announces a change instead of showing one':
    /\b(?:transformative|transform(?:s|ed|ing)? (?:the (?:treatment|care|management|lives)|patient|outcomes)|revolution(?:ary|i[sz]\w+)|game[- ]chang\w+|ground-?breaking|break-?through(?! (?:bleeding|pain|thrombosis|vte|dvt|seizures?|infections?|cancer))s?|paradigm[- ]shift\w*)/gi,
  'it places the product or its manufacturer above others without a comparison':
    /\b(?:cutting[- ]edge|state[- ]of[- ]the[- ]art(?! (?:review|paper|lecture))|next[- ]generation|best[- ]in[- ]class|world[- ](?:class|leading|renowned)|top (?:research )?(?:institutions|hospitals|doctors|experts)|unparalleled|unmatched|unrivall?ed|second to none|most advanced|industry[- ]leading|market[- ]leading|pioneering)/gi,
  'it judges where a figure should stand':
    /\b(?:remarkabl[ey]|exceptional(?:ly)?(?! (?:circumstances|cases|measures))|outstanding(?! (?:questions?|issues?|data|debts?))|extraordinar(?:y|ily)|spectacular(?:ly)?|impressive(?:ly)?|amazing(?:ly)?|incredibl[ey]|stunning|excellent (?:results|outcomes|safety))/gi,
  'it calls a harm small without a figure': {
    unlessFigures:
      /\b(?:minimal|negligible|virtually no|little to no|almost no) (?:\w+,? ){0,2}?(?:risks?|complications?|side effects|morbidity|mortality|pain|downtime|bleeding)/gi,
  },
  'it promises what no procedure can':
    /\b(?:completely|entirely|perfectly|totally|100 ?%) (?:safe|effective|painless)\b|\b(?:risk|pain|complication|hassle)[- ]free\b|\bno (?:known )?(?:risks?(?! factors?)|side effects)\b|\bguarantee[sd]?\b/gi,
  'it states proof without naming it': {
    unlessFigures:
      /\b(?:clinically |scientifically )?proven (?:to |results|technology|safety|efficacy|track record)|\bsafe and effective\b/gi,
  },
  'it speaks to feelings, not to evidence':
    /\b(?:seamless(?:ly)?|effortless(?:ly)?|hassle|peace of mind|reassuring|life-?changing|gives? (?:patients|you) (?:hope|confidence)|get (?:your|their) li(?:fe|ves) back)/gi,
  'it gives the manufacturer’s intention as if it were an effect':
    /\b(?:engineered|uniquely designed|specially designed|optimi[sz]ed) to\b|\bunique (?:design|technology|mechanism|approach)\b|\binnovative\b|\bproprietary technology\b/gi,
  'it is a slogan and measures nothing': /\bwall[- ]to[- ]wall\b|\b(?:gold|new) standard of care\b|\bone[- ]and[- ]done\b/gi,
  'it strings virtues together without a figure': {
    unlessFigures:
      /\b(?:simple|easy|quick|fast|rapid|inexpensive|affordable)(?:,? (?:and )?(?:simple|easy|quick|fast|rapid|inexpensive|affordable|effective|safe)\b)+/gi,
  },
  'it sells':
    /\b(?:contact us (?:today|now)|learn more about our|ask your doctor about|schedule (?:a|your) (?:consultation|demo)|request a (?:quote|demo)|available now)\b/gi,
};

/** Works that retell others, by the words of their printed entry, its label included: what such a work is, after "is". */
export const secondHandWorks: Readonly<Record<string, RegExp>> = {
  'probably written by a machine from other works':
    /\b(?:chatgpt|gpt-\d|google gemini|microsoft copilot|perplexity ai|open ?evidence|ai[- ](?:generated|written|assistant|overview)|large language model answer)/i,
  'an encyclopaedia or a handbook, which retells other works':
    /\b(?:wikipedia|uptodate|statpearls|medscape|webmd|healthline|medlineplus|mayo clinic|cleveland clinic|dynamed|bmj best practice|verywell|patient\.info)\b/i,
  'a summary of other works':
    /\b(?:practical summar(?:y|ies)|summar(?:y|ies) (?:of|for)(?! product characteristics)|executive summary|key points from|digest of|journal scan|clinical insights?)\b/i,
  news: /\b(?:press release|news(?:room|paper|wire|letter)?|prnewswire|business ?wire|globenewswire|daily (?:mail|telegraph)|reuters|bbc|new york times)\b/i,
  'a leaflet for patients':
    /\b(?:information for (?:the )?(?:public|patients?)|patient (?:information|leaflet|education)|fact ?sheet|(?:information|patient) leaflet|patient brochure)\b/i,
  'written by or for a manufacturer, or a blog':
    /\b(?:blog|white ?paper|product (?:page|brochure)|instructions for use|company website)\b/i,
};
