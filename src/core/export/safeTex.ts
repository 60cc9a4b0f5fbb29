/** Commands of LaTeX with amsmath and amssymb (or of the export's own preamble), by the number of their arguments. */
const commands: readonly (readonly [count: number, names: string])[] = [
  [
    0,
    `cdot times div pm mp le leq leqslant ge geq geqslant lt gt ne neq approx equiv sim simeq cong propto infty degree
    to rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow longrightarrow Longrightarrow mapsto implies
    impliedby iff land lor wedge vee neg lnot in notin ni cup cap setminus subset subseteq supset supseteq emptyset varnothing
    bigcup bigcap lvert rvert lVert rVert vert Vert mid nmid parallel perp lfloor rfloor lceil rceil langle rangle circ prime
    quad qquad ldots dots cdots vdots ddots dotsc dotsb displaystyle textstyle sin cos tan cot sec csc
    arcsin arccos arctan sinh cosh tanh coth log ln lg exp lim limsup liminf sup inf max min gcd deg det dim ker arg Pr bmod
    sum prod coprod int iint iiint oint partial nabla forall exists nexists alpha beta gamma delta epsilon varepsilon zeta
    eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega
    Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar ell Re Im aleph angle triangle square bullet star ast
    oplus ominus otimes therefore because colon top bot checkmark`,
  ],
  [
    1,
    `sqrt text textbf textit textrm texttt emph mbox mathbb mathrm mathbf mathit mathsf mathtt mathcal mathfrak boldsymbol
    operatorname boxed overline underline hat bar vec dot ddot tilde widehat widetilde overbrace underbrace cancel phantom
    pmod`,
  ],
  [2, 'frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel'],
];
const argumentCounts: ReadonlyMap<string, number> = new Map(
  commands.flatMap(([count, names]) => names.split(/\s+/).map((name) => [name, count] as const)),
);
/** A script or an argument without braces: a single letter or sign. */
const isSymbol =
  /^(?:(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|pi|rho|sigma|phi)|iota|lambda|mu|nu|xi|tau|upsilon|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|circ|prime|infty|ell|star|ast|hbar)$/;
const isSize = /^(?:big|Big|bigg|Bigg)[lr]?$/;
const endsInOperator =
  /\\(?:sum|(?:co)?prod|i{0,3}nt|oint|lim(?:sup|inf)?|max|min|sup|inf|gcd|det|Pr|big(?:cup|cap))\s*$/;
const takesText = /^(?:text.*|emph|mbox)$/;
/** How many columns each may have. */
const environments: ReadonlyMap<string, number> = new Map([
  ['aligned', 10],
  ['gathered', 1],
  ['cases', 2],
  ...['matrix', 'pmatrix', 'bmatrix', 'vmatrix', 'Bmatrix', 'Vmatrix', 'smallmatrix'].map(
    (name) => [name, 10] as const,
  ),
]);
const delimiter = /^\s*(?:[()[\]|./<>]|\\[{}|]|\\(?:[lr](?:vert|Vert|floor|ceil|angle)|vert|Vert)(?![A-Za-z]))/;
const mostDepth = 60;

/** Whether LaTeX certainly gets through this as mathematics: pairs, arguments and scripts are in order, and nothing is unknown to it. */
export function isSafeMath(tex: string): boolean {
  if (tex.trim() === '' || /\n\s*\n/.test(tex)) return false;
  const reader = new MathReader(tex);
  return reader.readSequence(0, 0) && reader.isAtEnd;
}

class MathReader {
  readonly #tex: string;
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tex.length;
  }

  /** Up to the end, or to what closes something that was opened outside: `}`, `\right`, `\end`. `columns`: 0 where there are no rows. */
  readSequence(depth: number, columns: number): boolean {
    if (depth > mostDepth) return false;
    let scripts = '';
    let column = 1;
    while (!this.isAtEnd && !/^(?:\}|\\(?:right|end)(?![A-Za-z]))/.test(this.#ahead(8))) {
      const sign = this.#tex.charAt(this.#at);
      if (/\s/.test(sign)) {
        this.#at += 1;
      } else if (sign === '^' || sign === '_') {
        if (scripts.includes(sign)) return false;
        scripts += sign;
        this.#at += 1;
        if (!this.#readArgument(depth)) return false;
      } else if (sign === "'") {
        // A prime is a superscript, and may be followed by no other one.
        scripts += '^';
        this.#at += 1;
      } else if (sign === '&') {
        scripts = '';
        column += 1;
        this.#at += 1;
        if (column > columns) return false;
      } else if (this.#tex.startsWith('\\\\', this.#at)) {
        scripts = '';
        column = 1;
        this.#at += 2;
        if (columns === 0) return false;
        this.#at += /^\s*\\hline(?![A-Za-z])/.exec(this.#ahead(20))?.[0].length ?? 0;
      } else {
        scripts = '';
        if (!this.#readAtom(depth)) return false;
      }
    }
    return true;
  }

  #readAtom(depth: number): boolean {
    const sign = this.#tex.charAt(this.#at);
    if (sign === '{') return this.#readGroup(depth);
    if (sign === '\\') return this.#readCommand(depth);
    this.#at += 1;
    return !'%#$'.includes(sign);
  }

  #readGroup(depth: number): boolean {
    this.#at += 1;
    const isGood = this.readSequence(depth + 1, 0) && this.#tex.charAt(this.#at) === '}';
    this.#at += 1;
    return isGood;
  }

  #readArgument(depth: number): boolean {
    while (/\s/.test(this.#tex.charAt(this.#at))) this.#at += 1;
    const sign = this.#tex.charAt(this.#at);
    if (sign === '{') return this.#readGroup(depth);
    if (sign === '\\') {
      const name = /^\\([A-Za-z]+)/.exec(this.#ahead(40))?.[1];
      // `^\frac12` is an error to LaTeX, `^\circ` is not.
      return name !== undefined && isSymbol.test(name) && this.#readCommand(depth);
    }
    this.#at += 1;
    return /^[^\s{}^_&%#$'~]$/.test(sign);
  }

  #readCommand(depth: number): boolean {
    const name = /^\\([A-Za-z]+)/.exec(this.#ahead(40))?.[1];
    if (name === undefined) {
      const sign = this.#tex.charAt(this.#at + 1);
      this.#at += 2;
      return sign !== '' && '{}|,;:! %&#$_\n'.includes(sign);
    }
    this.#at += name.length + 1;
    if (isSize.test(name)) return this.#readDelimiter();
    if (/^(?:no)?limits$/.test(name))
      return endsInOperator.test(this.#tex.slice(Math.max(0, this.#at - 40), this.#at - name.length - 1));
    if (name === 'left') return this.#readLeft(depth);
    if (name === 'begin') return this.#readEnvironment(depth);
    const count = argumentCounts.get(name);
    if (count === undefined) return false;
    if (takesText.test(name) || name === 'operatorname') return this.#readWords();
    if (name === 'sqrt' && !this.#readOption()) return false;
    for (let index = 0; index < count; index += 1) if (!this.#readArgument(depth)) return false;
    return true;
  }

  #readLeft(depth: number): boolean {
    if (!this.#readDelimiter() || !this.readSequence(depth + 1, 0)) return false;
    if (!/^\\right(?![A-Za-z])/.test(this.#ahead(8))) return false;
    this.#at += '\\right'.length;
    return this.#readDelimiter();
  }

  #readDelimiter(): boolean {
    const found = delimiter.exec(this.#ahead(20))?.[0];
    this.#at += found?.length ?? 0;
    return found !== undefined;
  }

  #readEnvironment(depth: number): boolean {
    const name = /^\{([A-Za-z]+)\}/.exec(this.#ahead(20))?.[1];
    if (name === undefined) return false;
    this.#at += name.length + 2;
    const columns = name === 'array' ? this.#readColumns() : environments.get(name);
    if (columns === undefined) return false;
    const end = `\\end{${name}}`;
    if (!this.readSequence(depth + 1, columns) || !this.#tex.startsWith(end, this.#at)) return false;
    this.#at += end.length;
    return true;
  }

  /** `{c|cc}`: of an array, how many columns it has. */
  #readColumns(): number | undefined {
    const columns = /^\{([lcr|]+)\}/.exec(this.#ahead(60));
    this.#at += columns?.[0].length ?? 0;
    return columns?.[1]?.replaceAll('|', '').length;
  }

  /** The degree of a root: no brackets inside, which would have to be hidden from LaTeX. */
  #readOption(): boolean {
    const option = /^\s*\[([^[\]]*)\]/.exec(this.#ahead(200));
    if (option === null) return !/^\s*\[/.test(this.#ahead(200));
    this.#at += option[0].length;
    return isSafeMath(option[1] ?? '');
  }

  #readWords(): boolean {
    const words = /^\s*\{[^{}\\%#$&^_~]*\}/.exec(this.#ahead(2000))?.[0];
    this.#at += words?.length ?? 0;
    return words !== undefined;
  }

  #ahead(length: number): string {
    return this.#tex.slice(this.#at, this.#at + length);
  }
}
