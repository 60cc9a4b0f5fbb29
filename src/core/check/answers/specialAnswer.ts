import type { Answer, SpecialName } from './answer.ts';

const specials: readonly (readonly [RegExp, SpecialName])[] = [
  [/^(?:none|nothing)$/, 'none'],
  [
    /^(?:there (?:is|are) )?(?:no|zero|without) (?:real |integer |valid |such |possible )*(?:solutions?|roots?|values?(?: of [a-z])?|answers?|numbers?|values? exists?|[a-z])(?: exists?)?$/,
    'no solution',
  ],
  [
    /^(?:\\?emptyset|\\?varnothing|∅|ø|\\?\{ ?\\?\}|(?:the )?(?:empty|null) set|impossible|not possible|has no (?:real )?solutions?)$/,
    'no solution',
  ],
  [/^(?:[a-z] ?\\in ?|[a-z] ?∈ ?)?(?:\\emptyset|\\varnothing|∅)$/, 'no solution'],
  [
    /^(?:(?:is |it is )?undefined|(?:(?:the )?limit )?(?:does not|doesn't) exist|dne|d\.n\.e|not defined|indeterminate)$/,
    'undefined',
  ],
  [
    /^(?:infinitely many(?: solutions?| values?)?|infinite(?: number of)? solutions?|an infinite number(?: of solutions?)?|infinite)$/,
    'infinitely many',
  ],
  [/^\+? ?(?:\\infty|∞|infinity|positive infinity|oo)$/, 'infinity'],
  [/^- ?(?:\\infty|∞|infinity|oo)$|^(?:negative|minus) infinity$/, 'minus infinity'],
  [
    /^(?:[a-z] ?(?:\\in|∈) ?)?(?:all|any|every|the set of all)? ?(?:ℝ|\\r|reals?|(?:real )?numbers?|real values?|values? of [a-z]|[a-z] (?:\\in|∈) ℝ)$/,
    'every number',
  ],
];

/** Answers that are no value: no solution, undefined, infinitely many, every number, infinity. */
export function readSpecial(text: string): Answer | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (/^(?:number|numbers|value|values|real value|r|reals?)$/.test(lower) || lower === 'no a') return undefined;
  const found = specials.find(([pattern]) => pattern.test(lower));
  return found && { type: 'special', name: found[1] };
}

const yes = /^(?:yes|true|correct|always true|it is true|the statement is true)(?=$|[\s,.;:!-])/;
const no = /^(?:no|false|incorrect|not true|it is false|the statement is false)(?=$|[\s,.;:!-])/;

export function readTruth(text: string): Answer | undefined {
  const lower = text.toLowerCase();
  if (!yes.test(lower) && !no.test(lower)) return undefined;
  // "No, because …": the first word is the answer; "no solution" and "no more than 5" are something else.
  const rest = lower.replace(yes, '').replace(no, '');
  if (rest.trim() !== '' && !/^\s*[,.;:!-]/.test(rest)) return undefined;
  return { type: 'truth', value: yes.test(lower) };
}

const clock =
  /^(?:at |around )?(\d{1,2})(?::([0-5]\d))?(?::([0-5]\d))? ?(a\.?\s?m\.?|p\.?\s?m\.?|o'clock|noon|midnight)?$/i;
const wordHours: readonly string[] = 'twelve one two three four five six seven eight nine ten eleven'.split(' ');
const spoken = /^(?:(half|quarter) (past|to)) ([a-z]+|\d{1,2})$/i;

/** 12:00, 3:30 PM, 15:30, noon, half past two. `3:30` alone can be a ratio too. */
export function readTime(text: string): Answer | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (lower === 'noon' || lower === 'midday')
    return { type: 'time', minutes: 720, seconds: 0, isHalfOpen: false, isHalfSaid: true };
  if (lower === 'midnight') return { type: 'time', minutes: 0, seconds: 0, isHalfOpen: false, isHalfSaid: true };
  const said = spoken.exec(lower);
  if (said !== null) {
    const hour = wordHours.includes(said[3] ?? '') ? wordHours.indexOf(said[3] ?? '') : Number(said[3]);
    if (!(hour >= 0 && hour <= 12)) return undefined;
    const offset = said[1] === 'half' ? 30 : 15;
    const minutes = (hour % 12) * 60 + (said[2] === 'past' ? offset : -offset);
    return { type: 'time', minutes: (minutes + 720) % 720, seconds: 0, isHalfOpen: true, isHalfSaid: false };
  }
  const found = clock.exec(lower);
  if (found === null || (found[2] === undefined && found[4] === undefined)) return undefined;
  const [hour, minute, seconds] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (hour > 24) return undefined;
  const half = found[4]?.charAt(0);
  if (half === undefined || half === 'o') {
    return { type: 'time', minutes: hour * 60 + minute, seconds, isHalfOpen: hour <= 12, isHalfSaid: false };
  }
  if (hour > 12 || hour === 0) return undefined;
  const isName = found[4] === 'noon' || found[4] === 'midnight';
  if (isName && hour * 60 + minute !== 720) return undefined;
  const isAfternoon = half === 'p' || half === 'n';
  return {
    type: 'time',
    minutes: (hour % 12) * 60 + minute + (isAfternoon ? 720 : 0),
    seconds,
    isHalfOpen: false,
    isHalfSaid: true,
  };
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?';
const monthFirst = new RegExp(`^${weekday}([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`);
const dayFirst = new RegExp(`^${weekday}(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})\\.?(?:,? (\\d{4}))?$`);
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

export function readDate(text: string): Answer | undefined {
  const lower = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const numeric = iso.exec(lower);
  if (numeric !== null) return dateOf(Number(numeric[3]), Number(numeric[2]) - 1, numeric[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(lower);
  if (slashed !== null) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    // 3/5/2020 is in March or in May; 3/15/2020 is sure.
    if (first <= 12 && second <= 12 && first !== second) return { type: 'words', words: [lower] };
    return first > 12 ? dateOf(first, second - 1, slashed[3]) : dateOf(second, first - 1, slashed[3]);
  }
  const american = monthFirst.exec(lower);
  if (american !== null) return dateOf(Number(american[2]), monthOf(american[1]), american[3]);
  const european = dayFirst.exec(lower);
  return european === null ? undefined : dateOf(Number(european[1]), monthOf(european[2]), european[3]);
}

function monthOf(name = ''): number {
  return months.findIndex((month) => month === name || (name.length <= 4 && month.startsWith(name)));
}

function dateOf(day: number, month: number, year: string | undefined): Answer | undefined {
  if (month < 0 || month > 11 || day < 1 || day > 31) return undefined;
  return { type: 'date', day, month, ...(year !== undefined && { year: Number(year) }) };
}
