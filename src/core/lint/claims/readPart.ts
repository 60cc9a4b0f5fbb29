import type { Expr } from '../../math/expr.ts';
import { functionNames } from '../../math/read/names.ts';
import { parseMath } from '../../math/read/parseMath.ts';
import { contains, freeSymbols, mapChildren } from '../../math/tree.ts';
import { unitWords } from './unitWords.ts';

/** An operand as it was understood. */
export interface ReadPart {
  /** Without units. */
  readonly expr: Expr;
  /** The same with every quantity in its family's smallest unit; absent where there are no units. */
  readonly scaled?: Expr | undefined;
  readonly units: readonly string[];
  /** The things that are counted: the last word of each unit that no family knows. */
  readonly nouns: readonly string[];
  readonly isMoney: boolean;
  readonly letters: readonly string[];
  /** One number as it is written, perhaps with a sign. */
  readonly isLiteral: boolean;
  /** It can be read in several ways. */
  readonly isAmbiguous: boolean;
  /** Functions of the author's own, or constants that may be letters. */
  readonly hasUnknownNames: boolean;
}

const knownCalls: ReadonlySet<string> = new Set(functionNames.values());
const plainKinds: ReadonlySet<Expr['kind']> = new Set<Expr['kind']>([
  ...(['number', 'symbol', 'constant', 'add', 'negate', 'multiply', 'divide', 'power', 'root', 'abs'] as const),
  ...(['factorial', 'call', 'bigOperator', 'quantity', 'derivative', 'integral'] as const),
]);
const vectors = /\\(?:mathbf|vec|overrightarrow|bm|boldsymbol|hat|bar|overline\s*\{?[A-Z])/;
const longest = 2_000;
/** 6^3π: nobody means 6^(3π). With letters, as in e^2x, it is another matter. */
const aboutExponents = 'Only the number right behind ^';

/** Undefined for everything but numbers, letters and what is calculated with them. */
export function readPart(source: string, letters: readonly string[]): ReadPart | undefined {
  if (source === '' || source.length > longest) return undefined;
  const units: string[] = [];
  const nouns: string[] = [];
  const unitOf = (name: string): string | undefined => {
    if (!/^\p{L}[\p{L} /.'-]*$/u.test(name)) return undefined;
    units.push(...headWords(name));
    const noun = headWords(name.split(/\b(?:of|in|on|for|per|from|at|with)\b|\//)[0] ?? name).at(-1);
    if (noun !== undefined && unitWords(noun).length === 0) nouns.push(noun);
    return name;
  };
  const withUnits = /\\(?:text|mathrm|mbox|textrm)\s*\{/.test(source);
  let result = parseMath(source, { decimalMark: '.', letters, ...(withUnits && { unitOf }) });
  if (result.type === 'failed' && withUnits) {
    units.length = 0;
    nouns.length = 0;
    const bare = source.replace(
      /(?<=[\d)}\]%]\s*(?:\\[,;: ]\s*|~)*)\\(?:text|mathrm|mbox|textrm)\s*\{([^{}]*)\}(?:\^\{?[23]\}?)?/g,
      (found: string, name: string) => {
        unitOf(name.trim());
        return ' '.repeat(found.length);
      },
    );
    result = parseMath(bare, { decimalMark: '.', letters });
  }
  if (result.type === 'failed') return undefined;
  const { expr, notes } = result;
  if (contains(expr, (node) => !plainKinds.has(node.kind))) return undefined;
  const hasDegrees = contains(expr, (node) => node.kind === 'quantity' && node.unit === '°');
  if (hasDegrees) units.push('degree');
  const plain = withoutUnits(expr, false);
  const names = freeSymbols(plain);
  return {
    expr: plain,
    ...(units.length > 0 && !hasDegrees && { scaled: withoutUnits(expr, true) }),
    units,
    nouns,
    isMoney: /[$€£]/.test(source),
    letters: names,
    isLiteral: isLiteral(plain),
    isAmbiguous: notes.some((note) => names.length > 0 || !note.startsWith(aboutExponents)),
    hasUnknownNames: vectors.test(source) || hasUnknownNames(plain),
  };
}

export function hasUnknownNames(expr: Expr): boolean {
  return contains(expr, isUnknownName);
}

/** f(2) can be anything; e and i are constants only where they are used like these. */
function isUnknownName(node: Expr): boolean {
  if (node.kind === 'call') return !knownCalls.has(node.name) || (node.primes ?? 0) > 0;
  if (node.kind === 'constant') return node.name === 'infinity';
  return false;
}

export function isLiteral(expr: Expr): boolean {
  const inner = expr.kind === 'negate' ? expr.operand : expr;
  return inner.kind === 'number' || inner.kind === 'constant';
}

function withoutUnits(expr: Expr, isScaled: boolean): Expr {
  if (expr.kind !== 'quantity') return mapChildren(expr, (child) => withoutUnits(child, isScaled));
  if (expr.unit === '°') return expr;
  const value = withoutUnits(expr.value, isScaled);
  const factor = isScaled ? factorOf(expr.unit) : 1;
  if (factor === 1) return value;
  const { numerator, denominator } = asFraction(factor);
  return {
    kind: 'divide',
    numerator: { kind: 'multiply', factors: [value, numerator], sign: 'times' },
    denominator,
    style: 'fraction',
  };
}

function asFraction(factor: number): { numerator: Expr; denominator: Expr } {
  const scale = 1_000_000;
  const number = (value: number): Expr => {
    const read = parseMath(Math.round(value).toString());
    return read.type === 'parsed' ? read.expr : { kind: 'hole' };
  };
  return { numerator: number(factor * scale), denominator: number(scale) };
}

/** The words that name units in "miles per hour", "hours of work", "chairs/day". */
function headWords(unit: string): readonly string[] {
  return unit.split(/\s+|\/|\bper\b|-/).filter((word) => word !== '');
}

/** 3600/60 for "hours/minute"; 1 for what is no known unit. */
function factorOf(unit: string): number {
  const [above = '', ...below] = unit.split(/\/|\bper\b|\ba\b|\beach\b/);
  return below.reduce((factor, part) => factor / factorOfWords(part), factorOfWords(above));
}

function factorOfWords(part: string): number {
  const power = /\b(?:square|sq)\b/i.test(part) ? 2 : /\b(?:cubic|cu)\b/i.test(part) ? 3 : 1;
  for (const word of part.trim().split(/\s+/)) {
    const [found] = unitWords(word);
    if (found !== undefined) return found.factor ** power;
  }
  return 1;
}
