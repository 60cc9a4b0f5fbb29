/**
 * TeX as ASCII mathematics, for comments in programs and for titles: `\frac{x^2-1}{x-1}` becomes `(x^2-1)/(x-1)`.
 * What it writes reads back as mathematics, but for what people write in their own way, such as C(5, 4); a command that
 * it doesn't know keeps its name.
 */
export function texToPlain(tex: string): string {
  return new TexReader(tex).read();
}

const words: Readonly<Record<string, string>> = {
  cdot: ' * ',
  times: ' * ',
  div: ' / ',
  pm: ' +- ',
  mp: ' -+ ',
  le: ' <= ',
  leq: ' <= ',
  leqslant: ' <= ',
  ge: ' >= ',
  geq: ' >= ',
  geqslant: ' >= ',
  lt: ' < ',
  gt: ' > ',
  ne: ' != ',
  neq: ' != ',
  approx: ' ~ ',
  equiv: ' == ',
  infty: 'oo',
  to: ' -> ',
  rightarrow: ' -> ',
  Rightarrow: ' => ',
  implies: ' => ',
  iff: ' <=> ',
  Leftrightarrow: ' <=> ',
  land: ' and ',
  wedge: ' and ',
  lor: ' or ',
  vee: ' or ',
  in: ' in ',
  notin: ' not in ',
  cup: ' union ',
  cap: ' intersect ',
  setminus: ' \\ ',
  emptyset: '{}',
  varnothing: '{}',
  mathbb: '',
  hline: '',
  checkmark: 'yes',
  ldots: '...',
  dots: '...',
  cdots: '...',
  lvert: '|',
  rvert: '|',
  vert: '|',
  mid: ' | ',
  lfloor: 'floor(',
  rfloor: ')',
  lceil: 'ceil(',
  rceil: ')',
  degree: ' degrees',
  circ: 'o',
  quad: '  ',
  qquad: '    ',
  prime: "'",
  displaystyle: '',
  limits: '',
  nolimits: '',
  left: '',
  right: '',
  big: '',
  Big: '',
  bigl: '',
  bigr: '',
  Bigl: '',
  Bigr: '',
};
const texts = /^(?:text|textrm|textbf|textit|mathrm|mathbf|mathit|operatorname|mbox)$/;
const fractions = /^(?:frac|dfrac|tfrac|cfrac)$/;
const binomials = /^(?:binom|dbinom|tbinom)$/;

class TexReader {
  readonly #tex: string;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  read(): string {
    return tidy(this.#readUntil(''));
  }

  #readUntil(close: string): string {
    let result = '';
    while (this.#at < this.#tex.length) {
      const sign = this.#tex.charAt(this.#at);
      if (sign === close) break;
      this.#at += 1;
      if (sign === '\\') result += this.#readCommand(result);
      else if (sign === '{') result += this.#readGroupRest();
      else if (sign === '^' || sign === '_') result += sign + wrap(this.#readArgument());
      else if (sign === '&' || sign === '~') result += ' ';
      else if (sign !== '}') result += sign;
    }
    return result;
  }

  #readGroupRest(): string {
    const inside = this.#readUntil('}');
    this.#at += 1;
    return inside;
  }

  #readArgument(): string {
    while (this.#tex.charAt(this.#at) === ' ') this.#at += 1;
    const sign = this.#tex.charAt(this.#at);
    this.#at += 1;
    if (sign === '{') return this.#readGroupRest();
    return sign === '\\' ? this.#readCommand('').trim() : sign;
  }

  #readOption(): string | undefined {
    if (this.#tex.charAt(this.#at) !== '[') return undefined;
    this.#at += 1;
    const inside = this.#readUntil(']');
    this.#at += 1;
    return inside;
  }

  /** A fraction that is a factor stands in brackets, and apart from the number before it: 2 1/2, (1/2)x. */
  #readFraction(before: string): string {
    const fraction = `${wrap(this.#readArgument())}/${wrap(this.#readArgument(), true)}`;
    const gap = /[A-Za-z0-9)]$/.test(before) ? ' ' : '';
    const rest = this.#tex.slice(this.#at, this.#at + 20).trimStart();
    const command = /^\\([A-Za-z]+)/.exec(rest)?.[1];
    const isFactor =
      /^[A-Za-z0-9(^{]/.test(rest) ||
      rest.startsWith('\\left') ||
      (command !== undefined && !Object.hasOwn(words, command));
    return isFactor ? `${gap}(${fraction})` : `${gap}${fraction}`;
  }

  #readCommand(before: string): string {
    const name = /^[A-Za-z]+/.exec(this.#tex.slice(this.#at, this.#at + 40))?.[0];
    if (name === undefined) {
      const sign = this.#tex.charAt(this.#at);
      this.#at += 1;
      if (sign === '\\') return '; ';
      return ',;:! '.includes(sign) ? ' ' : sign;
    }
    this.#at += name.length;
    if (fractions.test(name)) return this.#readFraction(before);
    if (binomials.test(name)) {
      const gap = /[A-Za-z0-9)]$/.test(before) ? ' ' : '';
      return `${gap}C(${tidy(this.#readArgument())}, ${tidy(this.#readArgument())})`;
    }
    if (name === 'sqrt') {
      const degree = this.#readOption();
      const inside = tidy(this.#readArgument());
      return degree === undefined ? `sqrt(${inside})` : `root(${inside}, ${degree})`;
    }
    if (texts.test(name)) return this.#readArgument();
    if (name === 'begin' || name === 'end') {
      const environment = this.#readArgument();
      // How its columns are set is not mathematics.
      if (name === 'begin' && environment === 'array') this.#readArgument();
      return environment.includes('matrix') ? (name === 'begin' ? '[' : ']') : '';
    }
    const known = Object.hasOwn(words, name) ? words[name] : undefined;
    if (known !== undefined) return known;
    // A name stands apart from a letter or digit before it: 2\pi, x\sin x.
    const gap = /[A-Za-z0-9)]$/.test(before) ? ' ' : '';
    const next = this.#tex.charAt(this.#at);
    return `${gap}${name}${/[A-Za-z0-9\\{]/.test(next) ? ' ' : ''}`;
  }
}

/** Brackets around what is more than one number or name; a divisor needs them around a product too. */
function wrap(part: string, isDivisor = false): string {
  const inside = tidy(part);
  if (/^(?:-?\d+(?:\.\d+)?|[A-Za-z]+)$/.test(inside)) return inside.startsWith('-') ? `(${inside})` : inside;
  return !isDivisor && isBracketed(inside) ? inside : `(${inside})`;
}

function isBracketed(text: string): boolean {
  if (!text.startsWith('(') || !text.endsWith(')')) return false;
  let depth = 0;
  for (let index = 0; index < text.length - 1; index += 1) {
    const sign = text.charAt(index);
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\( /g, '(').replace(/ \)/g, ')').replace(/ ;/g, ';').trim();
}
