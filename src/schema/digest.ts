/** What every digest of a source answers, in this order: the headings of its body. */
export const digestHeadings = ['What it is', 'What it says', 'What it leaves out', 'How far to trust it'] as const;

/** A body with nothing but its headings, as a draft begins, e.g. `## What it is\n\n## What it says\n…`. */
export const emptyDigest: string = digestHeadings.map((heading) => `## ${heading}\n`).join('\n');
