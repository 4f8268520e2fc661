/** English ways of saying that somebody does not say something. Data, no program. */

const said =
  'say|state|report|mention|give|name|print|tell|explain|define|describe|specify|list|record|discuss|address|speak of|speak about|set out|provide';
const saidPast =
  'said|stated|reported|mentioned|given|named|printed|told(?! apart)|explained|defined|described|specified|listed|recorded|discussed|addressed|spoken of|provided|published';
const lookedPast =
  'known|measured|counted|assessed|examined|evaluated|studied|investigated|collected|looked (?:at|for|into)|found|available|tested|asked';
const saysPresent =
  'says|states|reports|mentions|gives|names|prints|tells|explains|defines|describes|specifies|lists|records|offers|provides|has|have|mention|report|give|name|print|list|say|state|tell|makes|make';
const works =
  'study|studies|trial|trials|source|sources|guideline|guidelines|review|reviews|evidence|data|registry|paper|papers|publication|comparison|research';
const things =
  'figure|figures|number|numbers|data|rate|rates|result|results|dose|doses|duration|harm|harms|risk|risks|reference|references|explanation|reason|reasons|interval|intervals|count|counts|scale|limit|percentage|percentages|time|size|sizes|border|amount|country|outcome|outcomes|complication|complications|approval|advice|length|detail|details|regimen|schedule|age|funding|licence';

/** Patterns, each a whole claim of absence: what a source is said to leave out, or that nobody has looked. */
export const absencePatterns: readonly string[] = [
  `(?:does|do|did) not (?:${said})`,
  `(?:doesn’t|don’t|didn’t) (?:${said})`,
  `(?:(?:is|are|was|were|has been|have been) (?:not|never|nowhere)|(?:has|have) (?:not|never)(?: yet)? been) (?:${saidPast}|${lookedPast}|clear)`,
  `not (?:reported|stated|mentioned|specified|disclosed|described|printed|${lookedPast})`,
  `(?:does|do|did) not (?:measure|assess|examine|evaluate|study|record|collect)`,
  `(?:has|have) (?:yet to|not yet)`,
  `(?:fails|fail|failed) to (?:${said}|measure)`,
  `(?:scale|drug|dose|rule|interval|number|funding|time|age) (?:is |was )?not (?:named|given|told|said)`,
  `(?:${saysPresent}) (?:no|neither|none of|nothing (?:of|about|on)) `,
  `(?:says|say|said|tells|tell|told) nothing`,
  `(?:is|are|was|were|stays|stay|remains|remain) silent`,
  `silent on`,
  `no (?:${works}) (?:has|have|was|were|is|are|had|exists|exist|says|say|compares|compare|compared|shows|show|showed|tested|tests|looked|held|found|at all|reports|report|reported|of its own|yet)`,
  `(?:there is|there are|there was|there were) no (?:${works}|${things})`,
  `(?:nobody|no one|no-one) (?:knows|has|have|says|can say|can tell|could tell|looked|asked|studied|reports|reported|compared|measured)`,
  `(?:is|are|was|were|remains|remain|stays|stay) (?:unknown|unclear|unanswered|unreported|unstudied|untested|unmeasured|unrecorded|undisclosed|unpublished)`,
  `neither (?:page|paper|trial|study|source|guideline|review|abstract|report|work|of them|of the two)(?: \\w+)? (?:${saysPresent}|says|reports|gives|compares|was|were|is)`,
  `none of (?:the|these|those|its|his|them)(?: \\w+){0,3} (?:${saysPresent}|says|compares|compare|compared|tested|tests)`,
  `without (?:a |an |any |its |their )?(?:${things})`,
  `(?:in|within) no (?:${works})`,
  `not in (?:the|its|their|this) (?:abstract|summary|preview|text|page|registry)`,
  `nowhere (?:${saidPast}|does|do|is|are|says)`,
];

/** What earns such a claim in the sentence itself: our search is told with its day. */
export const searchTold = 'searched (?:until|to)';
