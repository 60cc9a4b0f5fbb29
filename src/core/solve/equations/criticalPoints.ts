import { and, equals, infinity, interval, negate, num, or, relation, sym } from '../../math/build.ts';
import { certifiedSign, certifiedTruth } from '../../math/certify.ts';
import { domainConditions } from '../../math/domain.ts';
import { evaluate } from '../../math/evaluate.ts';
import type { Expr, ExprOf } from '../../math/expr.ts';
import { toTex } from '../../math/print/toTex.ts';
import { freeSymbols, hasSymbol, substitute } from '../../math/tree.ts';
import type { Claim, Move } from '../derivation.ts';
import type { Board } from './board.ts';
import { introduced } from './cases.ts';
import { joinPieces, membership, piecesBetween, sortedValues, type Piece } from './numberLine.ts';
import { stuck, type Setting, type Solutions, type Stuck } from './outcome.ts';
import { denominatorsOf } from './rationalEquation.ts';
import { difference, isZero, tidy } from './tidy.ts';
import { math, mathList } from './words.ts';

type Relation = ExprOf<'relation'>;

/** Zeros and gaps cut the line into pieces; one test decides each piece. */
export function byCriticalPoints(board: Board, lines: readonly Relation[], setting: Setting): Solutions | Stuck {
  const { unknown } = setting;
  const pairs = lines.flatMap(pairsOf);
  const zeros: Expr[] = [];
  const gaps: Expr[] = [];
  const poles: Expr[] = [];
  const ends: Expr[] = [];
  const working: Move[] = [];
  for (const pair of pairs) {
    const [left = num(0), right = num(0)] = pair.operands;
    for (const denominator of denominatorsOf(pair, unknown)) {
      const found = zerosOf(equals(denominator, num(0)), setting);
      if (found === undefined) return stuck(`I cannot find the zeros of ${math(denominator)}.`);
      gaps.push(...found.values);
      poles.push(...found.values);
      ends.push(equals(denominator, num(0)));
    }
    const outcome = setting.solve(equals(left, right), {
      ...setting,
      depth: setting.depth + 1,
      method: undefined,
      domain: 'real',
    });
    if (outcome.type === 'stuck') return outcome;
    if (outcome.solutions.type === 'families' || outcome.solutions.type === 'set')
      return stuck('This inequality has infinitely many separate pieces in its solution.');
    if (outcome.solutions.type === 'roots') {
      if (outcome.solutions.roots.some((root) => root.places !== undefined || Number.isNaN(evaluate(root.value))))
        return stuck('The places where the sides are equal have no exact form here.');
      zeros.push(...outcome.solutions.roots.map((root) => root.value));
    }
    working.push(...outcome.moves);
    for (const condition of domainConditions(pair)) {
      if (condition.type === 'nonzero' || !hasSymbol(condition.expr, unknown)) continue;
      const found = zerosOf(equals(condition.expr, num(0)), setting);
      if (found === undefined) return stuck('I cannot find out where both sides have a value.');
      gaps.push(...found.values);
      ends.push(equals(condition.expr, num(0)));
    }
  }
  const points = sortedValues([...zeros, ...gaps]);
  const own = sortedValues(zeros);
  const others = sortedValues(gaps).filter((gap) => !own.includes(gap));
  const asEquation = pairs.map((pair) => equals(pair.operands[0] ?? num(0), pair.operands[1] ?? num(0)));
  const isShown = working.length > 0 && working.length <= 2 && pairs.length === 1 && poles.length === 0;
  const [equation] = asEquation;
  if (isShown && equation !== undefined) {
    board.append(introduced(working, `First find where both sides are equal: ${math(equation)}. `), board.line);
  }
  const placesTex =
    points.length === 0 ? undefined : points.map((point) => toTex(equals(sym(unknown), point))).join(',\\quad ');
  const isCutSaid = isShown && others.length === 0 && own.length > 0;
  if (!isCutSaid) {
    board.remark({
      text: criticalText(
        own,
        others,
        pairs.length > 1 ? 'the sides of one of the inequalities are equal' : equalWords(equation, unknown),
        unknown,
      ),
      latex: placesTex === board.moves.at(-1)?.latex ? undefined : placesTex,
      why: 'Between neighbouring such places neither side overtakes the other, so each piece of the number line is in the solution as a whole or not at all.',
      rule: 'test-interval',
      claim: {
        type: 'equivalent',
        from: or(...asEquation, ...ends),
        to: points.length === 0 ? { kind: 'emptySet' } : or(...points.map((point) => equals(sym(unknown), point))),
        unknowns: [unknown],
      },
      parts: !isShown && working.length > 1 ? working : undefined,
      isMinor: isShown,
    });
  }
  const pieces = piecesBetween(points);
  const isIn: boolean[] = [];
  const claims: Claim[] = [];
  for (const piece of pieces) {
    // Where a denominator is 0 nothing holds.
    if (piece.isPoint && poles.some((pole) => isZero(difference(pole, piece.sample)))) {
      isIn.push(false);
      continue;
    }
    const tested = pairs.map((pair) => substitute(pair, { [unknown]: piece.sample }));
    const truths = tested.map((test) => truthOf(test));
    if (truths.some((truth) => truth === undefined))
      return stuck(`I cannot decide the inequality at ${math(equals(sym(unknown), piece.sample))}.`);
    const holds = truths.every((truth) => truth === true);
    isIn.push(holds);
    if (holds && !piece.isPoint) claims.push({ type: 'holds', statement: and(...tested) });
  }
  const region = joinPieces(pieces, isIn);
  const line = membership(unknown, region);
  board.remark({
    text: `${isCutSaid ? `${mathList(own.map((value) => equals(sym(unknown), value)))} ${own.length === 1 ? 'cuts' : 'cut'} the number line into pieces, on each of which one side stays the larger one. ` : ''}${pieces.length === 1 ? 'Test it with one number' : 'Test each piece with a number in it'}: ${testWords(pieces, isIn, pairs, unknown)}.`,
    latex: tableTex(pieces, isIn, unknown),
    why: 'One number decides for the whole piece.',
    rule: 'sign-table',
    claim:
      line === undefined
        ? { type: 'all', claims }
        : { type: 'equivalent', from: and(...lines), to: line, unknowns: [unknown] },
  });
  if (region.kind === 'emptySet')
    return { type: 'none', isImpossible: true, note: 'No piece of the number line fulfils it.' };
  if (line === undefined) return { type: 'every' };
  board.append([], line);
  return { type: 'set', set: region };
}

function pairsOf(line: Relation): readonly Relation[] {
  return line.operators.map((operator, index) =>
    relation(line.operands[index] ?? num(0), operator, line.operands[index + 1] ?? num(0)),
  );
}

function zerosOf(line: Expr, setting: Setting): { readonly values: readonly Expr[] } | undefined {
  const outcome = setting.solve(line, { ...setting, depth: setting.depth + 1, method: undefined, domain: 'real' });
  if (outcome.type === 'stuck') return undefined;
  if (outcome.solutions.type === 'roots') return { values: outcome.solutions.roots.map((root) => root.value) };
  return outcome.solutions.type === 'none' ? { values: [] } : undefined;
}

/** Undefined where it can't be decided; a side without a value does not fulfil anything. */
function truthOf(test: Expr): boolean | undefined {
  const truth = certifiedTruth(test);
  if (truth === 'unknown') {
    const [left, right] = test.kind === 'relation' ? test.operands : [];
    if (left === undefined || right === undefined || test.kind !== 'relation') return undefined;
    if (!isZero(tidy({ kind: 'add', terms: [left, negate(right)] }))) return undefined;
    return ['<=', '>=', '='].includes(test.operators[0] ?? '');
  }
  return truth === 'true';
}

function criticalText(zeros: readonly Expr[], gaps: readonly Expr[], equal: string, unknown: string): string {
  const at = (values: readonly Expr[]): string => mathList(values.map((value) => equals(sym(unknown), value)));
  const ends = gaps.length === 0 ? '' : `a side ends or has no value at ${at(gaps)}`;
  if (zeros.length === 0 && gaps.length === 0)
    return 'The sides are equal nowhere, so the whole number line is one piece.';
  const first =
    zeros.length === 0
      ? 'The sides are equal nowhere'
      : `${capital(equal)} ${equal.endsWith(':') ? '' : 'at '}${at(zeros)}`;
  return `${first}${ends === '' ? '' : `; ${ends}`}. These places cut the number line into pieces.`;
}

/** "the fraction is 0" where the other side is 0, else "both sides are equal" */
function equalWords(equation: Expr | undefined, unknown: string): string {
  const [left, right] = equation?.kind === 'relation' ? equation.operands : [];
  const isFraction = left?.kind === 'divide' && hasSymbol(left.denominator, unknown);
  if (!isFraction || right === undefined || !isZero(right)) return 'both sides are equal';
  return `the fraction is $0$ where its numerator is, ${math(equals(left.numerator, num(0)))}:`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "for x = 0: −6 < 0 is true" */
function testWords(
  pieces: readonly Piece[],
  isIn: readonly boolean[],
  pairs: readonly Relation[],
  unknown: string,
): string {
  return pieces
    .flatMap((piece, index) => {
      if (piece.isPoint) return [];
      const at = math(equals(sym(unknown), piece.sample));
      const isTrue = isIn[index] === true;
      const [pair] = pairs;
      const put = pair === undefined ? undefined : valuesAt(pair, unknown, piece.sample);
      const whole = pairs.length > 2 ? 'all of them' : pairs.length === 2 ? 'both' : 'it';
      const hasNoValue =
        pairs.length === 1 && pair?.operands.some((side) => isWithoutValue(side, unknown, piece.sample)) === true;
      if (hasNoValue) return [`for ${at} a side has no real value`];
      return [
        pairs.length > 1 || put === undefined
          ? `${at} ${isTrue ? 'fulfils' : 'does not fulfil'} ${whole}`
          : `${at}: ${put} is ${isTrue ? 'true' : 'false'}`,
      ];
    })
    .join('; ');
}

function isWithoutValue(side: Expr, unknown: string, sample: Expr): boolean {
  return certifiedSign(substitute(side, { [unknown]: sample })).type === 'undefined';
}

/** The inequality with both sides worked out at a point, where they have short values. */
function valuesAt(pair: Relation, unknown: string, sample: Expr): string | undefined {
  const sides = pair.operands.map((side) => tidy(substitute(side, { [unknown]: sample })));
  const text = toTex({ ...pair, operands: sides });
  const isShort = sides.every((side) => !Number.isNaN(evaluate(side)) && freeSymbols(side).length === 0);
  return isShort && text.length < 60 ? `$${text}$` : undefined;
}

function tableTex(pieces: readonly Piece[], isIn: readonly boolean[], unknown: string): string {
  const cell = (piece: Piece): string => {
    if (piece.isPoint) return toTex(piece.sample);
    const [lower, upper] = [piece.lower ?? negate(infinity), piece.upper ?? infinity];
    return toTex(interval(lower, upper, '()'));
  };
  const head = pieces.map(cell).join(' & ');
  const marks = isIn.map((value) => (value ? '\\checkmark' : '-')).join(' & ');
  return `\\begin{array}{c|${'c'.repeat(pieces.length)}} ${toTex(sym(unknown))} & ${head} \\\\ \\hline & ${marks} \\end{array}`;
}
