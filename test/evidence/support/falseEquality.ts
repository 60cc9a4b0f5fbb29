/**
 * Finds false equalities between numbers in a step, by a route of its own that shares nothing with the product: runs of
 * digits, operators and brackets on both sides of an equals sign, evaluated in fractions. Knows nothing of words or units.
 */

interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

const operand = String.raw`[\d.+\-*/^×·÷−–()[\]!%\s]`;
const leftRun = new RegExp(`${operand}+$`);
const rightRun = new RegExp(`^${operand}+`);

/** The false equalities as they were read: `97-42=45`. */
export function falseEqualities(step: string): readonly string[] {
  const text = plain(step);
  const found: string[] = [];
  for (const { index } of text.matchAll(/=/g)) {
    const [before, behind] = [text.slice(0, index), text.slice(index + 1)];
    const [left, right] = [leftRun.exec(before)?.[0] ?? '', rightRun.exec(behind)?.[0] ?? ''];
    const [outerLeft, outerRight] = [before.slice(0, before.length - left.length), behind.slice(right.length)];
    const [a, b] = [trimmedLeft(left, outerLeft), trimmedRight(right, outerRight)];
    if (a === undefined || b === undefined || !/\d\s*\)*\s*[-+*/^×·÷−–(]/.test(a)) continue;
    const [x, y] = [value(a), value(b)];
    if (x !== undefined && y !== undefined && isFalse(x, y, b)) found.push(`${a}=${b}`);
  }
  return found;
}

/** Currency, separators and the commands of TeX for what a keyboard has. */
function plain(step: string): string {
  return step
    .replace(/<<[^<>]*>>/g, '')
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '(($1)/($2))')
    .replace(/\\(?:cdot|times|ast)\b/g, '*')
    .replace(/\\div\b/g, '/')
    .replace(/\\(?:left|right)\b|\\[,!;: ]/g, '')
    .replace(/\\?[$€£]/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/\\%/g, '%')
    .replace(/(?<=\d\)*)\s+x\s+(?=[\d(])|(?<=\d)x(?=\d)/g, '*');
}

/** Undefined where the run is only a part of what stands on this side. */
function trimmedLeft(run: string, outer: string): string | undefined {
  const text = run
    .trim()
    .replace(/^(?:[)\]!\s]|\.(?!\d))+/, '')
    .trim();
  if (/[\\^_}a-zA-Z]$/.test(outer) && !/^\s/.test(run) && outer !== '') return undefined;
  if (text.startsWith('-') && /(?:^|[^a-zA-Z])[a-zA-Z]\s*$/.test(outer)) return undefined;
  return /^[+*/×·÷^%]/.test(text) || text === '' ? undefined : balanced(text);
}

function trimmedRight(run: string, outer: string): string | undefined {
  const text = run
    .trim()
    .replace(/[.!]+$/, '')
    .trim();
  if (/^[\\^_{a-zA-Z]/.test(outer) && !/\s$/.test(run)) return undefined;
  const closed = balanced(text);
  return closed === undefined || /[-+*/×·÷−–^]$/.test(closed) ? undefined : closed;
}

function balanced(text: string): string | undefined {
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if ('(['.includes(character)) depth += 1;
    if (')]'.includes(character)) depth -= 1;
    if (depth < 0) return text.slice(0, at).trim();
  }
  return depth === 0 ? text : undefined;
}

function value(text: string): Fraction | undefined {
  try {
    return new Evaluator(
      text
        .replace(/[×·]/g, '*')
        .replace(/÷/g, '/')
        .replace(/[−–]/g, '-')
        .replace(/\s+(?=\D)|(?<=\D)\s+/g, ''),
    ).whole();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A decimal stands for everything that rounds or is cut off to it. */
function isFalse(x: Fraction, y: Fraction, written: string): boolean {
  const difference = x.above * y.below - y.above * x.below;
  if (difference === 0n) return false;
  const places = /^-?\d*\.(\d+)$/.exec(written)?.[1]?.length;
  const size = difference < 0n ? -difference : difference;
  return places === undefined || size * 10n ** BigInt(places) >= x.below * y.below;
}

class Evaluator {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Fraction {
    const result = this.sum();
    if (this.at !== this.text.length) throw new RangeError('more follows');
    return result;
  }

  private sum(): Fraction {
    let total = this.product();
    while ('+-'.includes(this.text.charAt(this.at)) && this.at < this.text.length) {
      const sign = this.text.charAt(this.at) === '+' ? 1n : -1n;
      this.at += 1;
      const term = this.product();
      total = make(total.above * term.below + sign * term.above * total.below, total.below * term.below);
    }
    return total;
  }

  private product(): Fraction {
    let total = this.signed();
    for (;;) {
      const sign = this.text.charAt(this.at);
      if (sign === '*' || sign === '/') {
        this.at += 1;
        const factor = this.signed();
        total =
          sign === '*'
            ? make(total.above * factor.above, total.below * factor.below)
            : make(total.above * factor.below, total.below * factor.above);
      } else if (sign === '(' || sign === '[') {
        const factor = this.power();
        total = make(total.above * factor.above, total.below * factor.below);
      } else return total;
    }
  }

  private signed(): Fraction {
    const sign = this.text.charAt(this.at);
    if (sign !== '-' && sign !== '+') return this.power();
    this.at += 1;
    const { above, below } = this.signed();
    return { above: sign === '-' ? -above : above, below };
  }

  private power(): Fraction {
    const base = this.atom();
    if (this.text.charAt(this.at) !== '^') return base;
    this.at += 1;
    const { above, below } = this.signed();
    if (below !== 1n || above < 0n || above > 64n) throw new RangeError('exponent');
    return make(base.above ** above, base.below ** above);
  }

  private atom(): Fraction {
    const open = this.text.charAt(this.at);
    if (open === '(' || open === '[') {
      this.at += 1;
      const inner = this.sum();
      if (this.text.charAt(this.at) !== (open === '(' ? ')' : ']')) throw new RangeError('bracket');
      this.at += 1;
      return inner;
    }
    const digits = /^(?:\d+(?:\.\d+)?|\.\d+)/.exec(this.text.slice(this.at))?.[0];
    if (digits === undefined) throw new RangeError('number');
    this.at += digits.length;
    const places = digits.split('.')[1]?.length ?? 0;
    const number = make(BigInt(digits.replace('.', '')), 10n ** BigInt(places));
    if ('!%'.includes(this.text.charAt(this.at)) && this.at < this.text.length) throw new RangeError('mark');
    return number;
  }
}

function make(above: bigint, below: bigint): Fraction {
  if (below === 0n) throw new RangeError('zero');
  return below < 0n ? { above: -above, below: -below } : { above, below };
}
