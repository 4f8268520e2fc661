/** Whether a sentence of a digest says that something is missing: it then names a thing without reporting it. */

/** Ways of saying “no” that report a result and do not deny one. They are set aside first. */
const results = [
  /\bno (?:significant |clear |real |further )?(?:differences?|benefits?|effects?|change|gain)\b/g,
  /\b(?:not|never) (?:shown|settled|excluded|clearly|significant(?:ly)?|statistically|inferior|non-inferior|differ(?:ent)?|better|worse|more|less|only|all|much|yet|routine(?:ly)?|recommended|advised|offered?|used|be)\b/g,
  /\bdid not (?:differ|lower|raise|change|improve)\b/g,
  /\bwithout (?:treatment|removal|it|them|one)\b/g,
];

/** What makes a sentence a denial, as beginnings and whole words. */
const denials =
  /\b(?:no|not|nor|none|never|without|neither|nothing|cannot|nobody|unnamed|unknown|unclear|silent|leaves? out|left out|breaks off)\b/;

/**
 * True for a sentence that says of something that it is not there, e.g. `It names no drug.`; false for
 * `No difference in deaths was shown.`, which reports one. English only, as digests are.
 */
export function deniesSomething(sentence: string): boolean {
  const bare = results.reduce((text, pattern) => text.replace(pattern, ' '), sentence.toLowerCase());
  return denials.test(bare);
}
