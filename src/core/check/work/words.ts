import { stopWords } from '../../solve/read/stopWords.ts';
import type { Role } from './line.ts';

/** Words of mathematics that stand inside formulas. */
const mathWords: ReadonlySet<string> = new Set(
  (
    'sin cos tan cot sec csc sinh cosh tanh coth asin acos atan arcsin arccos arctan exp ln log lg sqrt cbrt abs ' +
    'floor ceil round sign gcd lcm min max mod binom choose det pi oo inf infinity infty dx dy dt du dv frac ' +
    'alpha beta gamma delta epsilon theta lambda mu nu rho sigma tau phi psi omega lim int sum prod root'
  ).split(' '),
);

/** True for what is English and no product of letters. */
export function isWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (mathWords.has(lower) || word.length === 1) return false;
  return stopWords.has(lower) || word.length >= 4 || /['’]/.test(word);
}

/** Signs and words that only lead from the line before to this one; they are taken off in turn. */
export const leadIn = new RegExp(
  '^(?:' +
    [
      '\\\\(?:implies|impliedby|Rightarrow|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow|therefore|rightarrow|longrightarrow|leadsto|rightsquigarrow)(?![a-zA-Z])',
      '\\\\(?:quad|qquad|,|;|!|:| )',
      '<=>|<==>|==>|=>|<->|-->|->|[⇒⟹⇔⟺∴→⟶↔⟷⟼↦➜➔▶►]',
      '&(?=\\s*[^=<>≤≥&])',
    ].join('|') +
    ')\\s*',
);

export const leadWords =
  /^(?:so(?: that| then)?|thus|hence|hereby|therefore|then|and so|and (?:thus|hence|therefore|then)|now|next|also|finally|first|second|lastly|i\.e\.|that is|that means|it follows(?: that)?|this (?:gives|means|yields|implies|is|becomes|leads to)(?: us| that)?|which (?:gives|means|yields|implies|is|becomes)(?: us| that)?|gives|giving|yields|yielding|means|implies|we (?:now |then |thus |therefore |finally )?(?:have|get|obtain|find|see|conclude|know)(?: that)?|(?:i |you )(?:have|get|obtain|find)|to get|getting|hence we (?:have|get)|(?:the )?(?:final )?(?:solutions?|answers?|results?|ans)(?: set)?(?: is| are)?|equivalently|in other words|consequently|as a result|result)(?=[\s:,$\\(=]|$)[\s:,]*/i;

export const orLead = /^(?:or(?: else)?|\\(?:lor|vee|text\{\s*or\s*\})|∨)(?![a-zA-Z])\s*/i;
export const andLead = /^(?:and|\\(?:land|wedge|text\{\s*and\s*\})|∧)(?![a-zA-Z])\s*/i;

/** Marks of lists and numbering. A hyphen may also be a minus, so it is not among them. */
export const listMark =
  /^(?:[*•◦▪‣·]\s+|\d{1,2}[.)](?:\s+|(?=[$\\]))|\(?[a-h]\)\s+(?=\S)|\((?:\d{1,2}|[ivx]{1,4})\)(?:\s+(?!\())|[ivx]{1,4}\)\s+|#{1,6}\s+|>\s+(?=\S)|(?:step|line|row|part|eq(?:uation)?\.?)\s*\(?\d{1,2}\)?\s*[:.)\-–—]\s*)/i;

export const hyphenMark = /^[-–—+]\s+(?=\S)/;

const roles: readonly (readonly [Role, RegExp])[] = [
  [
    'goal',
    /\b(?:show|prove|verify|want|wish|need|try|have|trying|is it true|claim|goal)\b[^.:]{0,20}\b(?:that|to (?:show|prove|find|solve)|whether)\s*:?\s*$|\b(?:solve|simplify|factor|expand|evaluate|differentiate|integrate|consider|the equation|the inequality|the system)\s*:?\s*$/i,
  ],
  [
    'definition',
    /\b(?:let|set|put|define|denote|call|write|introduce|substitut(?:e|ing|ion)|with|where|take|using u)\b[^.:=]{0,25}:?\s*$/i,
  ],
  [
    'case',
    /(?:\bcase\b[^:.]{0,12}[:.)]?|\bif|\bsuppose(?: that)?|\bwhen(?:ever)?|\bassume(?: first)?(?: that)?|\bconsider(?: the case)?)[\s:,]*$/i,
  ],
  [
    'assumption',
    /\b(?:for|since|because|as|given(?: that)?|provided(?: that)?|assuming(?: that)?|while|with|where|as long as|note(?: that)?|restriction|condition|domain|unless|requires?|need|must have)\b[^.:]{0,12}:?\s*$/i,
  ],
  ['assumption', /\(\s*$/],
  [
    'check',
    /\b(?:check|checking|verify|verifying|test|testing|try|trying|plug(?:ging)?|substitut\w+|put(?:ting)? back|back in|proof)\b[^=]{0,40}$/i,
  ],
];

/** What a formula is there for, by the words before it. */
export function roleAfter(words: string): Role {
  const before = words.slice(-80);
  for (const [role, pattern] of roles) if (pattern.test(before)) return role;
  return 'claim';
}

const refusal =
  /✗|✘|❌|\\times\s*$|\b(?:false|impossible|contradict\w*|not true|isn't|is not|doesn't|does not|don't|do not|cannot|can't|extraneous|reject\w*|discard\w*|not valid|invalid|not a solution|no good|fails?|wrong|not equal|not in|excluded?|discarded|dropped|inadmissible|not allowed|too small|too large)\b|\(\s*no\s*\)/i;

/** True where the words behind a formula say that it is false or no solution. */
export function isRefusal(words: string): boolean {
  return refusal.test(words);
}

const refusing =
  /\b(?:reject|discard|exclude|disregard|ignore|drop|rule out|throw (?:out|away)|cross out|strike out|cannot (?:be|have|take)|can't (?:be|have|take))\b[^.:;=]{0,40}$/i;

/** True where the words before a formula take it away from the candidates. */
export function isRefusedBefore(words: string): boolean {
  return refusing.test(words);
}

export const noSolution =
  /(?:\b(?:there (?:is|are) |has |have |with |it has )?no (?:real |valid |possible |such |other |actual )*(?:solutions?|roots?|answers?|values?|numbers?|x)(?: exists?)?\b|\b(?:the )?(?:solution )?set is empty|\bempty set|\bunsolvable|\bnot solvable|\bnever true|\bhas none\b)/i;

export const allNumbers =
  /\b(?:all|any|every|each)(?: the)? (?:real(?: numbers?| values?)?|numbers?|values?|x|reals)\b|\balways true\b|\binfinitely many (?:solutions|values)\b|\ban identity\b|\btrue for (?:all|every|any)\b/i;
