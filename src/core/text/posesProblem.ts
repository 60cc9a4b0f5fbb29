/**
 * Whether a sentence asks for something that mathematics can answer. Precision before recall: a lens over something that
 * is no problem disturbs on every visit, a missing one costs a selection.
 */

const verbs =
  'solve|find|compute|calculate|evaluate|simplify|expand|factor(?:i[sz]e)?|differentiate|integrate|determine|derive|' +
  'prove|show that|verify that|convert|round|sort|order|rank|express|rewrite|write|divide|multiply|add|subtract|reduce|' +
  'rationali[sz]e|collect|combine|complete the square|decompose|rearrange|work out|estimate|approximate|give|list|put|' +
  'state|decide|check whether|make|cancel|break|split|name|minimi[sz]e|maximi[sz]e';
const questions =
  "what(?: is|'s| are| was| were| would| will| value| values| number| fraction| percentage| remains)|which|" +
  'how (?:many|much|far|long|old|fast)|for (?:what|which)|at (?:what|which)|in (?:what|how many)|' +
  '(?:is|are|does|do|can|has|will)(?= )|when is|where does';

/** Starts of sentences, and of clauses after "If …," and "Given …,". */
const opening = new RegExp(
  `(?:^|[.!?:;,\\n)]\\s+|\\b(?:then|and|to) )(?:please |now |hence |next )?(?:(${verbs})|(${questions}))\\b`,
  'gi',
);
const condition = /^(?:if|given|suppose|let|assume|for|when|with|define|consider|the)\b/i;

/** What a how-to or a finished solution says, and a problem doesn't. */
const narrative =
  /\b(?:both sides|each side|we (?:get|obtain|have|find|see|can|now)|(?:to|which|this) (?:get|gets|give|gives|obtain|yield|yields|leaves)|giving|yielding|therefore|thus|as (?:before|above)|(?:divide|multiply) (?:through )?by|to the (?:left|right)|on the (?:left|right))\b/i;

const mathNouns =
  /\b(?:gcd|lcm|hcf|(?:greatest|lowest|least|highest|smallest) common|primes?|prime factors?|multiples? of|divisible|divisors?|remainder|divided by|nearest|decimal places?|significant|(?:tens|units|hundreds|thousands|tenths|hundredths) digit|base \d|probability|prob|sequence|next (?:term|number)|sum of|product of|quotient|(?:square|cube|third|fourth|largest|smallest) root|half of|times|minus|plus|derivative|percent(?:age)?|fractions?|(?:kilo|centi|milli|micro|nano|deci)?(?:met(?:er|re)s?|grams?|lit(?:er|re)s?|seconds?)|km|cm|mm|kg|ml|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|tonnes?|ounces?|pounds?|inch(?:es)?|feet|miles?|bigger|smaller|closest|biggest|smallest|largest|greater|ascending|descending|(?:increasing|decreasing) order|composite|equal to|integers?|apples|coins|marbles|balls|cards|dice)\b/i;

const operand = String.raw`(?:\d|\b[a-zA-Z]\b|[)\]|π√²³])`;
const rightOperand = String.raw`(?:[-+−]?\s*(?:\d|\.\d|\b[a-zA-Z]\b|\(|\||[√π]|(?:sin|cos|tan|log|ln|exp|sqrt|abs)\b))`;
const bareMath = new RegExp(
  [
    // Relations and powers.
    `${operand}\\s*(?:=|<=?|>=?|≤|≥|≠|\\^|\\*\\*)\\s*${rightOperand}`,
    // Sums and products; a hyphen between digits is a date or a range unless it stands apart.
    `${operand}\\s*[+*·×÷]\\s*${rightOperand}`,
    `${operand}(?:\\s+[-−/]\\s+|[/−])${rightOperand}`,
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
  if (/[A-Za-z_]{2,}|["'`;{}&@#?]|==|=>|->|::|\/\/|\.[a-z]/.test(rest)) return false;
  return /[-+*/^=<>≤≥≠()|√]|\d/.test(source);
}

/** The text asks for something and has the mathematics to ask it about. */
export function posesProblem(text: string): boolean {
  if (text.length < 6 || text.length > 4000) return false;
  if (!asks(text) || narrative.test(text)) return false;
  return hasMathematics(text) || (/\d/.test(text) && mathNouns.test(text));
}

const firstVerb = new RegExp(`^(?:please )?(?:${verbs})\\b`, 'i');

/** The text begins by asking for something, whatever it asks about. */
export function asksFirst(text: string): boolean {
  return firstVerb.test(text);
}

function asks(text: string): boolean {
  opening.lastIndex = 0;
  const isConditional = condition.test(text);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const isInside = match.index > 0 && !/^[.!?:\n]/.test(match[0]);
    // "…, find y" and "… and find y" count only in "If x = 2, find y".
    if (isInside && !isConditional) continue;
    if (match[1] !== undefined) return true;
    // A question needs its mark.
    if (text.includes('?', match.index)) return true;
  }
  return false;
}
