/**
 * Whether a sentence asks for something that mathematics can answer. Precision before recall: a lens over something that
 * is no problem disturbs on every visit, a missing one costs a selection.
 */

/** Said of mathematics and of little else. */
const mathVerbs =
  'solve|compute|calculate|evaluate|simplify|expand|factor(?:i[sz]e)?|differentiate|integrate|prove|show that|' +
  'verify that|rationali[sz]e|complete the square|decompose|approximate|minimi[sz]e|maximi[sz]e';
/** Said of anything: these need mathematics that is written as such. */
const everydayVerbs =
  'find|determine|derive|convert|round|sort|order|rank|express|rewrite|write|divide|multiply|add|subtract|reduce|' +
  'collect|combine|rearrange|work out|estimate|give|list|put|state|decide|check whether|make|cancel|break|split|name';
const verbs = `${mathVerbs}|${everydayVerbs}`;
const questions =
  "what(?: is|'s| comes| are| was| were| would| will| value| values| number| fraction| percentage| remains)|which|" +
  'how (?:many|much|far|long|old|fast)|for (?:what|which)|at (?:what|which)|in (?:what|how many)|' +
  'is|are|does|do|can|has|will|when is|where does';

const firstRequest = new RegExp(
  `^(?:please |now |hence )?(?:(${mathVerbs})|(${everydayVerbs})|(${questions}))\\b`,
  'i',
);
/** "If $x = 2$, find $y$", "Let … . Calculate …": what begins so may ask later. */
const condition = /^(?:if|given|suppose|let|assume|for|when)\b/i;
const pause = String.raw`[.!?:;,\n\])}]\$?\s*`;
const laterRequest = new RegExp(`(?:${pause}|\\bthen )(?:now |hence )?(?:${verbs}|${questions})\\b`, 'i');
/** A story with a question in it, or with formulas and a request at its end. */
const laterQuestion = new RegExp(`${pause}(?:${questions})\\b[^?]*\\?`, 'i');
const lastRequest =
  /[.!?\]]\$?\s*(?:Solve|Compute|Calculate|Evaluate|Simplify|Expand|Factor|Find|Determine|Express|Prove|Show that|Give prob)\b[^.?!]*(?:\$[^$]*\$[^.?!]*)*[.!]?\$?\s*$/;
/** "1172 divided by 41", "Add 3 and 5", "the terms of 2, 5, 10, 17", "the tens digit of 42": numbers and words alone. */
const saidInNumbers =
  /-?\d[\d.,/]*\s+(?:divided by|times|plus|minus|take away)\s+-?\d|^(?:add|subtract|multiply|divide)\s+-?\d[\d.,/]*\s+(?:and|by|from|to|with)\s+-?\d|-?\d[\d.]*(?:,\s*-?\d[\d./]*){2,}|\bdigit of\s+-?\d/i;
const wordless =
  /^(?:-?\d[\d.,/]*\s+(?:divided by|times|plus|minus)|(?:total|sum|product|difference) of\s+-?\d[\d.,/]*\s+and)\s+-?\d[\d.,/]*\s*[.?]?$/i;

/** What a how-to or a finished solution says, and a problem doesn't. */
const narrative =
  /\b(?:both sides|each side|we (?:get|obtain|have|find|see|can|now)|(?:to|which|this) (?:get|gets|give|gives|obtain|yield|yields|leaves)|giving|yielding|therefore|thus|as (?:before|above)|(?:divide|multiply) (?:through )?by|to the (?:left|right)|on the (?:left|right))\b/i;

const mathNouns =
  /\b(?:gcd|lcm|hcf|(?:greatest|lowest|least|highest|smallest) common|primes?|prime factors?|multiples? of|divisible|divisors?|remainder|divided by|nearest|decimal places?|dps?|significant (?:figures?|digits?)|(?:tens|units|hundreds|thousands|tenths|hundredths) digit|in base \d|probability|prob|sequence|next (?:term|number)|(?:sum|product|total|difference) of|quotient|(?:square|cube|third|fourth|largest|smallest) root|half of|plus|minus|derivative|percent(?:age)?|fractions?|bigger|smaller|closest|biggest|smallest|largest|ascending|descending|(?:increasing|decreasing) order|composite)\b/i;
/** With numbers, enough for a question and for "Convert". */
const amounts =
  /\b(?:(?:kilo|centi|milli|micro|nano|deci)?(?:met(?:er|re)s?|grams?|lit(?:er|re)s?|seconds?)|km|cm|mm|kg|ml|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|tonnes?|ounces?|pounds?|inch(?:es)?|feet|miles?|greater|equal to|times|integers?|left|total|altogether|each)\b/i;
/** A word problem: two numbers and a question for a third. */
const countsThings = /\d[\s\S]*\D\d[\s\S]*\bhow (?:many|much|old|far|long)\b[^?]*\?/i;
/** Links, addresses and names of a program's things stand in notes about work, not in problems. */
const aboutWork = /^\*\*|^__|\]\(|https?:|\b[a-z]{2,}[A-Z][a-z]|\b\w+\(\)|#\d{2,}\b/;

const operand = String.raw`(?:\d|\b[a-zA-Z]\b|[)\]|π√²³])`;
const rightOperand = String.raw`(?:[-+−]?\s*(?:\d|\.\d|\b[a-zA-Z]\b|\(|\||[√π]|(?:sin|cos|tan|log|ln|exp|sqrt|abs)\b))`;
const bareMath = new RegExp(
  [
    // Relations and powers.
    `${operand}\\s*(?:=|<=?|>=?|≤|≥|≠|\\^|\\*\\*)\\s*${rightOperand}`,
    // Sums and products; a hyphen between digits is a date or a range unless it stands apart.
    `${operand}(?:\\s+[-−+*/·×÷]\\s+|[+*·×÷−])${rightOperand}`,
    `(?:\\d|\\))/(?:\\d|[a-zA-Z]\\b|\\()|\\b[a-zA-Z]/(?:\\d|\\()`,
    `\\b[a-zA-Z]-\\d|\\d-[a-zA-Z]\\b`,
    // 2(x - 1), f(-3), sin(x).
    `\\b[a-zA-Z]\\(-?\\s*[0-9a-z]|\\d\\(\\s*-?[0-9a-z]|\\b(?:sin|cos|tan|log|ln|exp|sqrt|abs|gcd|lcm)\\s*\\(`,
    `\\d\\s?%`,
  ].join('|'),
);
const delimited =
  /\$[^$\s][^$]*\$|\$\$[\s\S]+?\$\$|\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\]|\\begin\{(?:align|equation|gather|cases)/;
const backticks = /`([^`\n]+)`/g;
const knownNames =
  /\b(?:sin|cos|tan|cot|sec|csc|arcsin|arccos|arctan|asin|acos|atan|sinh|cosh|tanh|log|ln|exp|sqrt|cbrt|abs|pi|gcd|lcm|mod|and|or|dx|dy|dt|inf|oo|theta|alpha|beta|lim|int|sum)\b/g;

/** Mathematics that is written as such, not just a digit. */
export function hasMathematics(text: string): boolean {
  if (delimited.test(text)) return true;
  for (const match of text.matchAll(backticks)) if (looksLikeMathematics(match[1] ?? '')) return true;
  return bareMath.test(text.replace(backticks, ' '));
}

/** Code between backticks isn't mathematics: words of two letters and more give it away. */
function looksLikeMathematics(source: string): boolean {
  const rest = source.replace(knownNames, ' 1 ');
  if (/[A-Za-z_]{2,}|\d[A-Za-z]\d|["'`;{}&@#?]|==|=>|->|::|\/\/|\.[a-z]|^[-.@]|\d\.\d+\./.test(rest)) return false;
  return /[A-Za-z0-9)\]|][-+*/^=<>≤≥≠(|√ ]+[A-Za-z0-9(|√-]/.test(source) && /[-+*/^=<>≤≥≠()|√]/.test(source);
}

/** The text asks for something and has the mathematics to ask it about. */
export function posesProblem(text: string): boolean {
  if (text.length < 6 || text.length > 4000) return false;
  const request = requestOf(text);
  if (request === undefined || narrative.test(text)) return false;
  if (delimited.test(text)) return true;
  if (aboutWork.test(text)) return false;
  if (hasMathematics(text) || saidInNumbers.test(text)) return true;
  if (!/\d/.test(text)) return mathNouns.test(text) && /^(?:what|how)\b|\bprob\b/i.test(text);
  if (mathNouns.test(text)) return true;
  return request === 'question'
    ? amounts.test(text) || countsThings.test(text)
    : request !== 'everyday' && amounts.test(text);
}

const firstVerb = new RegExp(`^(?:please )?(?:${verbs})\\b`, 'i');

/** The text begins by asking for something, whatever it asks about. */
export function asksFirst(text: string): boolean {
  return firstVerb.test(text);
}

function requestOf(text: string): 'mathematical' | 'everyday' | 'question' | undefined {
  const first = firstRequest.exec(text);
  if (first?.[1] !== undefined) return 'mathematical';
  if (first?.[2] !== undefined) return /^convert/i.test(first[2]) ? 'mathematical' : 'everyday';
  // A question needs its mark.
  if (first?.[3] !== undefined && text.includes('?')) return 'question';
  if (wordless.test(text)) return 'mathematical';
  if (condition.test(text) && laterRequest.test(text)) return 'mathematical';
  if (laterQuestion.test(text)) return 'question';
  return (delimited.test(text) || /\bgive prob\b/i.test(text)) && lastRequest.test(text) ? 'mathematical' : undefined;
}
