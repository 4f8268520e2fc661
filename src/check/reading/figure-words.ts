/** English words by which a number in prose is told: what it counts, in which unit, and how exactly. Data, no program. */

/** Numbers in words. Above twelve only tens are written so. */
export const numberWords: Readonly<Record<string, number>> = {
  ...{ no: 0, none: 0, nobody: 0, zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
};

/** Units of time: the family in which they can be compared, and how many of its smallest go into one. */
export const timeUnits: Readonly<Record<string, readonly [family: string, size: number]>> = {
  minute: ['hours', 1 / 60],
  hour: ['hours', 1],
  day: ['hours', 24],
  week: ['hours', 168],
  month: ['months', 1],
  year: ['months', 12],
};

/** Units of quantities, each by itself. */
export const quantityUnits: readonly string[] = [
  ...['mg', 'g', 'kg', 'µg', 'mcg', 'ml', 'mL', 'litres', 'litre', 'mm', 'cm'],
  ...['units', 'unit', 'IU', 'U', 'French', 'F', 'Fr', 'mmHg', 'mSv', 'Hz'],
];

/** Whom or what a study counts: a number in words before one of them is a figure. */
export const countedNouns: readonly string[] = [
  ...['people', 'patients', 'persons', 'participants', 'women', 'men', 'adults', 'children', 'clinicians', 'volunteers', 'individuals'],
  ...['legs', 'limbs', 'veins', 'hospitals', 'centres', 'deaths', 'events', 'pairs', 'procedures', 'operations', 'died', 'cases'],
];

/** Words before a number by which it is meant roughly. */
export const roughly: readonly string[] = [
  ...['about', 'around', 'roughly', 'nearly', 'almost', 'some', 'over', 'under'],
  ...['more than', 'less than', 'fewer than', 'up to', 'just over', 'just under', 'close to', 'approximately'],
];

/** Words by which a sentence says that a number in it is worked out by us. */
export const ourArithmetic: readonly string[] = [
  'by our arithmetic',
  'our arithmetic',
  'worked out by us',
  'we worked out',
  'our sum',
  'counts ours',
  '[D]',
];

export const monthNames: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
];

/** Between two numbers that are one statement: arms, parts of a whole, an estimate and its interval. */
export const binding: readonly string[] = [
  ...['v', 'vs', 'versus', 'against', 'of', 'out of', 'to', 'and', 'RR', 'OR', 'HR', 'RD', 'MD', 'P', 'CI', '95%', 'value'],
  ...['risk ratio', 'odds ratio', 'hazard ratio', 'risk difference', 'adjusted', 'per cent', 'percent', 'percentage points', 'points'],
];

/** Names of measures: what stands after them is an estimate. */
export const measures: Readonly<Record<string, string>> = {
  ...{ RR: 'RR', OR: 'OR', HR: 'HR', 'risk ratio': 'RR', 'relative risk': 'RR', 'odds ratio': 'OR', 'hazard ratio': 'HR', odds: 'OR' },
};
