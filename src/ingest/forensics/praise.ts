/**
 * The words by which an article praises instead of reporting, each with the reason why an editor should stop at it.
 * A row is here because makers and their press use it of devices and procedures and study reports hardly do.
 */
export interface Praise {
  readonly pattern: RegExp;
  /** Completes "…: ", e.g. `a superlative that no figure carries`. */
  readonly why: string;
  /** True where figures in the same sentence take the objection away. */
  readonly unlessFigures?: boolean;
}

export const praises: readonly Praise[] = [
  {
    pattern:
      /\b(?:transformative|transform(?:s|ed|ing)? (?:the (?:treatment|care|management|lives)|patient|outcomes)|revolution(?:ary|i[sz]\w+)|game[- ]chang\w+|ground-?breaking|break-?through(?! (?:bleeding|pain|thrombosis|vte|dvt|seizures?|infections?|cancer))s?|paradigm[- ]shift\w*)/gi,
    why: 'it announces a change instead of showing one',
  },
  {
    pattern:
      /\b(?:cutting[- ]edge|state[- ]of[- ]the[- ]art(?! (?:review|paper|lecture))|next[- ]generation|best[- ]in[- ]class|world[- ](?:class|leading|renowned)|top (?:research )?(?:institutions|hospitals|doctors|experts)|unparalleled|unmatched|unrivall?ed|second to none|most advanced|industry[- ]leading|market[- ]leading|pioneering)/gi,
    why: 'it places the product or its manufacturer above others without a comparison',
  },
  {
    pattern:
      /\b(?:remarkabl[ey]|exceptional(?:ly)?(?! (?:circumstances|cases|measures))|outstanding(?! (?:questions?|issues?|data|debts?))|extraordinar(?:y|ily)|spectacular(?:ly)?|impressive(?:ly)?|amazing(?:ly)?|incredibl[ey]|stunning|excellent (?:results|outcomes|safety))/gi,
    why: 'it judges where a figure should stand',
  },
  {
    pattern:
      /\b(?:minimal|negligible|virtually no|little to no|almost no) (?:\w+,? ){0,2}?(?:risks?|complications?|side effects|morbidity|mortality|pain|downtime|bleeding)/gi,
    why: 'it calls a harm small without a figure',
    unlessFigures: true,
  },
  {
    pattern:
      /\b(?:completely|entirely|perfectly|totally|100 ?%) (?:safe|effective|painless)\b|\b(?:risk|pain|complication|hassle)[- ]free\b|\bno (?:known )?(?:risks?(?! factors?)|side effects)\b|\bguarantee[sd]?\b/gi,
    why: 'it promises what no procedure can',
  },
  {
    pattern: /\b(?:clinically |scientifically )?proven (?:to |results|technology|safety|efficacy|track record)|\bsafe and effective\b/gi,
    why: 'it states proof without naming it',
    unlessFigures: true,
  },
  {
    pattern:
      /\b(?:seamless(?:ly)?|effortless(?:ly)?|hassle|peace of mind|reassuring|life-?changing|gives? (?:patients|you) (?:hope|confidence)|get (?:your|their) li(?:fe|ves) back)/gi,
    why: 'it speaks to feelings, not to evidence',
  },
  {
    pattern:
      /\b(?:engineered|uniquely designed|specially designed|optimi[sz]ed) to\b|\bunique (?:design|technology|mechanism|approach)\b|\binnovative\b|\bproprietary technology\b/gi,
    why: 'it gives the manufacturer’s intention as if it were an effect',
  },
  {
    pattern: /\bwall[- ]to[- ]wall\b|\b(?:gold|new) standard of care\b|\bone[- ]and[- ]done\b/gi,
    why: 'it is a slogan and measures nothing',
  },
  {
    pattern:
      /\b(?:simple|easy|quick|fast|rapid|inexpensive|affordable)(?:,? (?:and )?(?:simple|easy|quick|fast|rapid|inexpensive|affordable|effective|safe)\b)+/gi,
    why: 'it strings virtues together without a figure',
    unlessFigures: true,
  },
  {
    pattern:
      /\b(?:contact us (?:today|now)|learn more about our|ask your doctor about|schedule (?:a|your) (?:consultation|demo)|request a (?:quote|demo)|available now)\b/gi,
    why: 'it sells',
  },
];
