import type { Formula, Piece, Words } from '../passage.ts';
import { bareTokens, type BareToken, type Emitted } from './bareTokens.ts';
import { asAscii } from './mappedText.ts';
import { readFactors, readOperand, type Operand } from './bareOperand.ts';

/**
 * Finds the mathematics that stands in words without delimiters: `12*15 = 180`, "3/4 of 20 is 15", `$2 * 3 = $6`. Only what
 * is certainly a whole operand on both sides of its sign is taken; `start` is where the text stands in its document.
 */
export function bareFormulas(text: string, start: number): readonly Piece[] {
  const plain = asAscii(text);
  const formulas = [...annotations(plain), ...lines(plain)]
    .map((emitted) => toFormula(emitted, start))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: Piece[] = [];
  let at = start;
  for (const formula of formulas) {
    if (formula.start > at) pieces.push(words(text, start, at, formula.start));
    pieces.push(formula);
    at = Math.max(at, formula.end);
  }
  if (at < start + text.length) pieces.push(words(text, start, at, start + text.length));
  return pieces;
}

function words(text: string, origin: number, start: number, end: number): Words {
  return { type: 'words', text: text.slice(start - origin, end - origin), start, end };
}

function toFormula(parts: readonly Emitted[], origin: number): Formula {
  let source = '';
  const offsets: number[] = [];
  for (const part of parts) {
    if (source !== '') {
      source += ' ';
      offsets.push(origin + part.start);
    }
    const isExact = part.end - part.start === part.text.length;
    for (let index = 0; index < part.text.length; index += 1) {
      offsets.push(
        origin + (isExact ? part.start + index : index === part.text.length - 1 ? part.end - 1 : part.start),
      );
    }
    source += part.text;
  }
  const [first, last] = [parts[0], parts.at(-1)];
  return {
    type: 'formula',
    source,
    offsets,
    start: origin + (first?.start ?? 0),
    end: origin + (last?.end ?? 0),
    isDisplay: false,
    isBare: true,
  };
}

const annotation = /<<([^<>=\n]{1,150})=([^<>=\n]{1,80})>>/g;

/** The calculator marks of grade-school solutions: <<16-3-4=9>>9. */
function annotations(text: string): readonly Emitted[][] {
  return [...text.matchAll(annotation)].flatMap(({ 0: whole, 1: left = '', index }) => {
    const from = index + 2;
    const sides = [left, whole.slice(left.length + 3, -2)].map((side) => readFactors(bareTokens(side)));
    const [first, second] = sides;
    if (first === undefined || second === undefined) return [];
    const shift = (operand: Operand, by: number): Emitted[] =>
      operand.parts.map((part) => ({ text: part.text, start: part.start + by, end: part.end + by }));
    const middle = from + left.length;
    return [[...shift(first, from), { text: '=', start: middle, end: middle + 1 }, ...shift(second, middle + 1)]];
  });
}

/** Sentences end the search; a comma doesn't, since operands never reach over one. */
function lines(text: string): readonly Emitted[][] {
  if (!/[=≈<>≤≥≠\\]|\b(?:is|are|equals?|makes?)\b/.test(text)) return [];
  const tokens = withVerbs(bareTokens(text.replace(/\n/g, ';')), text);
  const relations = tokens.flatMap((token, index) => (token.type === 'relation' ? [index] : []));
  const found: Emitted[][] = [];
  let chain: Emitted[] | undefined;
  let from = 0;
  for (const [order, at] of relations.entries()) {
    const relation = tokens[at];
    if (relation === undefined) continue;
    const next = relations[order + 1] ?? tokens.length;
    chain ??= firstOperand(tokens, from, at, relation)?.parts.slice();
    const between = tokens.slice(at + 1, next);
    const isTaken = relation.text !== '→' && relation.text !== '≡';
    const whole = isTaken && next < tokens.length && !isVerb(tokens[next]) ? readFactors(between) : undefined;
    if (whole !== undefined && isVerb(relation) && !whole.isNumber) {
      chain = [...whole.parts];
      from = next;
      continue;
    }
    if (whole !== undefined) {
      // A chain may be very long: it is not copied at each of its links.
      if (chain === undefined) chain = [...whole.parts];
      else chain.push(sign(relation), ...whole.parts);
      from = next;
      continue;
    }
    const operand = isTaken && chain !== undefined ? readOperand(between) : undefined;
    if (chain !== undefined && operand !== undefined && fits(relation, operand, chain)) {
      found.push([...chain, sign(relation), ...operand.parts]);
      from = at + 1 + operand.count;
    } else {
      if (chain?.some(({ text: part }) => isSign(part)) === true) found.push(chain);
      from = at + 1;
    }
    chain = undefined;
  }
  return found;
}

function sign(token: BareToken): Emitted {
  return { text: isVerb(token) ? '=' : token.text, start: token.start, end: token.end };
}

function isSign(text: string): boolean {
  return /^(?:[=≈≠≤≥⩽⩾<>]|<=|>=|!=|~=|\\approx)$/.test(text);
}

const verbs = new Set(['is', 'are', 'equals', 'equal', 'makes']);

function isVerb(token: BareToken | undefined): boolean {
  return token?.type === 'relation' && token.end - token.start > 1 && /^[a-z]/i.test(token.text);
}

/** "3/4 of 20 is 15", "5 plus 3 equals 8": the verb is the sign, where a number stands on both sides of it. */
function withVerbs(tokens: readonly BareToken[], text: string): readonly BareToken[] {
  return tokens.map((token, index) => {
    if (token.type !== 'word' || !verbs.has(token.text.toLowerCase())) return token;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const isBetween =
      after?.type === 'number' &&
      (before?.type === 'number' || before?.type === 'close' || before?.type === 'postfix') &&
      /^\s*$/.test(text.slice(before.end, token.start));
    return isBetween ? { ...token, type: 'relation', text: token.text.toLowerCase() } : token;
  });
}

/** A verb joins an operation and a plain number, nothing else. */
function fits(relation: BareToken, operand: Operand, chain: Emitted[]): boolean {
  if (!isVerb(relation)) return true;
  const isOperation = chain.some(({ text }, index) => index > 0 && /^(?:[-+*^·×÷−–]|\\(?:cdot|times|div))$/.test(text));
  return isOperation && operand.isNumber && !chain.some(({ text }) => isSign(text));
}

/** What makes the words before a number part of the operand: "half of 10 + 2", "three times 5 - 1", "5 less than 8 + 1". */
const multiplied =
  /(?:\b(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?|percent|sum|product|difference|quotient|root|squared?|cubed?|multiple|log|average|mean|remainder)|%|\d\/\d+)\s+(?:of|between|from)\s+(?:(?:the|his|her|their|its|all|those|these|remaining|other|total|number|amount|first|original|is)\s+){0,4}$|\b(?:twice|double|triple|thrice|times|than|over|plus|minus|half|square root of|divided by|multiplied by|subtracted from|negative|two|three|four|five|six|seven|eight|nine|ten|by the|ratio of|base|mod|modulo|log|sin|cos|tan)\s+(?:the\s+|as many as\s+)?$/i;
/** "the sum of 3 and 4 + 1", "Section 3 + 4": the number belongs to the words before it. */
const belonging =
  /\b(?:sum|product|difference|average|mean|quotient|ratio)\s+of\b[^.,;]*\band\s*$|\b(?:chapter|section|figure|fig\.?|table|room|grade|page|question|problem|exercise|theorem|lemma|equation|version|lesson|verse|january|february|march|april|june|july|august|september|october|november|december)\s*$/i;
const opener =
  /(?:^|[.,;:!?)("“]|\b(?:so|thus|then|hence|therefore|that|have|and|gives?|get|us|obtain|since|because|where|or|mean|means|to|know|compute|calculate|see|find))\s*$/i;

/** The operand that ends where the relation begins, as long as it can be. */
function firstOperand(
  tokens: readonly BareToken[],
  from: number,
  to: number,
  relation: BareToken,
): Operand | undefined {
  for (let begin = Math.max(from, to - 60); begin < to; begin += 1) {
    const [first, before] = [tokens[begin], tokens[begin - 1]];
    if (first === undefined || !canBegin(first, before)) continue;
    // 0,5 * 4: the number may begin before the comma.
    const number = tokens[begin - 2];
    if (before?.text === ',' && !before.isSpaced && !first.isSpaced && number?.type === 'number') return undefined;
    const operand = readFactors(tokens.slice(begin, to));
    if (operand === undefined) continue;
    const words = wordsBefore(tokens, from, begin);
    if (isTailOfSum(tokens, from, begin)) return undefined;
    if (multiplied.test(words) || belonging.test(words)) return undefined;
    if (operand.isNumber && (operand.hasUnit || !opener.test(words))) return undefined;
    if (operand.isRange && (isVerb(relation) || /[a-z]\s*$/i.test(words))) return undefined;
    return operand;
  }
  return undefined;
}

/** An operand doesn't begin in the middle of one. */
function canBegin(token: BareToken, before: BareToken | undefined): boolean {
  if (token.type === 'word' || token.type === 'mark' || token.type === 'close' || token.type === 'postfix')
    return false;
  // floor(3000/7) = 428
  if (token.type === 'open' && before?.type === 'word' && !token.isSpaced) return false;
  if (before === undefined || before.type === 'relation' || before.type === 'mark') return true;
  if (before.type === 'open') return true;
  if (token.type === 'operator') return /^[-−–]$/.test(token.text) && before.type === 'word' && token.isSpaced;
  return before.type === 'word' || (before.type === 'letter' && /^[aI]$/i.test(before.text) && token.isSpaced);
}

/** "25 classmates + his 1 teacher + 1 = 27": an operator with words behind it reaches over them. */
function isTailOfSum(tokens: readonly BareToken[], from: number, begin: number): boolean {
  let at = begin - 1;
  while (at >= from && tokens[at]?.type === 'word') at -= 1;
  return at >= from && at < begin - 1 && tokens[at]?.type === 'operator';
}

function wordsBefore(tokens: readonly BareToken[], from: number, to: number): string {
  return tokens
    .slice(Math.max(from, to - 12), to)
    .map(({ text, isSpaced }) => (isSpaced ? ` ${text}` : text))
    .join('')
    .concat(' ');
}
