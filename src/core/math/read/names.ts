import type { ConstantName } from '../expr.ts';

/** How people write a function, and the name that the tree uses for it. */
export const functionNames: ReadonlyMap<string, string> = new Map([
  ...[
    ...['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch'],
    ...['asin', 'acos', 'atan', 'acot', 'asec', 'acsc', 'asinh', 'acosh', 'atanh', 'acoth', 'asech', 'acsch'],
    ...['exp', 'ln', 'log', 'floor', 'ceil', 'round', 'sign', 'gcd', 'lcm', 'min', 'max', 'mod', 'binomial'],
    ...['sqrt', 'cbrt', 'abs', 'det', 'erf', 'sinc', 'atan2', 'factorial'],
  ].map((name) => [name, name] as const),
  ...['sin', 'cos', 'tan', 'cot', 'sec', 'csc'].map((name) => [`arc${name}`, `a${name}`] as const),
  ...['sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch'].flatMap((name) => [
    [`ar${name}`, `a${name}`] as const,
    [`arc${name}`, `a${name}`] as const,
    [`arg${name}`, `a${name}`] as const,
  ]),
  ['cosec', 'csc'],
  ['tg', 'tan'],
  ['ctg', 'cot'],
  ['arctg', 'atan'],
  ['log10', 'log10'],
  ['log2', 'log2'],
  ['lg', 'log10'],
  ['lb', 'log2'],
  ['lcd', 'lcm'],
  ['hcf', 'gcd'],
  ['gcf', 'gcd'],
  ['ceiling', 'ceil'],
  ['sgn', 'sign'],
  ['signum', 'sign'],
  ['nthRoot', 'nthroot'],
  ['nthroot', 'nthroot'],
  ['root', 'nthroot'],
  ['pow', 'pow'],
  ['binom', 'binomial'],
  ['choose', 'binomial'],
  ['integrate', 'int'],
  ['diff', 'diff'],
  ['derivative', 'diff'],
  ['limit', 'limit'],
  ['sum', 'sum'],
  ['product', 'prod'],
  ['prod', 'prod'],
  ['lim', 'lim'],
  ['int', 'int'],
]);

/** Functions that are understood without brackets round their argument: sin x, ln 2. */
export const prefixFunctions: ReadonlySet<string> = new Set([
  ...['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sinh', 'cosh', 'tanh', 'coth', 'sech', 'csch'],
  ...['asin', 'acos', 'atan', 'acot', 'asec', 'acsc', 'asinh', 'acosh', 'atanh', 'acoth', 'asech', 'acsch'],
  ...['exp', 'ln', 'log', 'log2', 'log10', 'sqrt', 'cbrt', 'abs', 'det', 'sign', 'floor', 'ceil', 'round'],
]);

export const greekLetters: ReadonlyMap<string, string> = new Map([
  ...[
    ...['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta', 'iota', 'kappa', 'lambda', 'mu', 'nu'],
    ...['xi', 'rho', 'sigma', 'tau', 'upsilon', 'phi', 'chi', 'psi', 'omega', 'Gamma', 'Delta', 'Theta', 'Lambda'],
    ...['Xi', 'Sigma', 'Upsilon', 'Phi', 'Psi', 'Omega', 'Pi'],
  ].map((name) => [name, name] as const),
  ['varepsilon', 'epsilon'],
  ['vartheta', 'theta'],
  ['varphi', 'phi'],
  ['varrho', 'rho'],
  ['varsigma', 'sigma'],
  ['ell', 'ℓ'],
]);

export const greekCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota' },
    ...{ κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ρ: 'rho', σ: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi' },
    ...{ ϕ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega', Γ: 'Gamma', Δ: 'Delta', Θ: 'Theta', Λ: 'Lambda', Ξ: 'Xi' },
    ...{ Σ: 'Sigma', Φ: 'Phi', Ψ: 'Psi', Ω: 'Omega' },
  }),
);

export const constantNames: ReadonlyMap<string, ConstantName> = new Map([
  ['pi', 'pi'],
  ['π', 'pi'],
  ['e', 'e'],
  ['i', 'i'],
  ['infinity', 'infinity'],
  ['infty', 'infinity'],
  ['inf', 'infinity'],
  ['oo', 'infinity'],
  ['∞', 'infinity'],
]);

/** ASCII words that join or qualify statements. */
export const connectives: ReadonlySet<string> = new Set([
  'or',
  'and',
  'if',
  'when',
  'for',
  'otherwise',
  'else',
  'mod',
  'in',
  'of',
]);

/** Unicode characters and LaTeX commands (without the backslash) that stand for one operator. */
export const operatorsByCharacter: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ '−': '-', '–': '-', '—': '-', '‐': '-', '‑': '-' },
    ...{ '·': '·', '⋅': '·', '∙': '·', '•': '·', '×': '×', '✕': '×', '✖': '×', '⨯': '×', '∗': '*' },
    ...{ '÷': '÷', '∕': '/', '⁄': '/', '≠': '!=', '≤': '<=', '⩽': '<=', '≦': '<=', '≥': '>=', '⩾': '>=' },
    ...{ '≧': '>=', '≈': 'approx', '≅': 'approx', '≃': 'approx', '≡': 'congruent', '∈': 'in', '∉': 'notin' },
    ...{ '±': '±', '∓': '∓', '∪': '∪', '∩': '∩', '→': '→', '⟶': '→', '⇒': '⇒', '⟹': '⇒', '⇔': '⇒', '⟺': '⇒' },
    ...{ '∴': '⇒', '∨': 'or', '∧': 'and', '¬': 'not', '°': '°', '∘': '∘', '˚': '°', '′': "'", '’': "'", '″': "''" },
    ...{ '∣': '|' },
    ...{ '⌊': '⌊', '⌋': '⌋', '⌈': '⌈', '⌉': '⌉', '∅': '∅', '√': '√', '∛': '∛', '∜': '∜', '∫': '∫', '∑': '∑' },
    ...{ '∏': '∏', '∂': '∂', '⟨': '(', '⟩': ')', '…': '…' },
  }),
);

export const operatorsByCommand: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ cdot: '·', cdotp: '·', ast: '*', star: '*', bullet: '·', times: '×', div: '÷', pm: '±', mp: '∓' },
    ...{ ne: '!=', neq: '!=', le: '<=', leq: '<=', leqslant: '<=', lt: '<', ge: '>=', geq: '>=', geqslant: '>=' },
    ...{
      gt: '>',
      approx: 'approx',
      simeq: 'approx',
      cong: 'approx',
      sim: 'approx',
      equiv: 'congruent',
      in: 'in',
      notin: 'notin',
    },
    ...{ cup: '∪', cap: '∩', bigcup: '∪', to: '→', rightarrow: '→', longrightarrow: '→', implies: '⇒' },
    ...{ Rightarrow: '⇒', Longrightarrow: '⇒', iff: '⇒', Leftrightarrow: '⇒', Longleftrightarrow: '⇒' },
    ...{ therefore: '⇒', lor: 'or', vee: 'or', land: 'and', wedge: 'and', lnot: 'not', neg: 'not', circ: '°' },
    ...{ degree: '°', prime: "'", lfloor: '⌊', rfloor: '⌋', lceil: '⌈', rceil: '⌉', emptyset: '∅' },
    ...{ varnothing: '∅', surd: '√', lvert: 'lbar', rvert: 'rbar', vert: '|', mid: '|', lbrace: '\\{' },
    ...{ rbrace: '\\}', lbrack: '[', rbrack: ']', langle: '(', rangle: ')', lparen: '(', rparen: ')', '%': '%' },
    ...{ '{': '\\{', '}': '\\}', '|': '|', '&': 'and', '\\': 'newline', cr: 'newline', newline: 'newline' },
    ...{ colon: ':', bmod: 'mod', int: '∫', sum: '∑', prod: '∏', lim: 'lim', partial: '∂', ldots: '…', dots: '…' },
    ...{ cdots: '…', dotsb: '…', dotsc: '…', dotsm: '…', dotso: '…', gets: '=', coloneqq: '=', over: 'over' },
    ...{ choose: 'choose', mod: 'mod' },
  }),
);

/** Commands that only set type or space: they mean nothing. */
export const silentCommands: ReadonlySet<string> = new Set([
  ...[',', ';', ':', '!', ' ', '>', '/', 'quad', 'qquad', 'enspace', 'thinspace', 'medspace', 'thickspace'],
  ...['negthinspace', 'displaystyle', 'textstyle', 'scriptstyle', 'limits', 'nolimits', 'nonumber', 'notag', 'hfill'],
  ...['big', 'Big', 'bigg', 'Bigg', 'bigl', 'Bigl', 'biggl', 'Biggl', 'bigr', 'Bigr', 'biggr', 'Biggr', 'bigm'],
  ...['middle', 'hline', 'noindent', 'centering', 'par', 'allowbreak', 'nobreak', 'bf', 'rm', 'it', 'normalsize', '\n'],
]);

/** Commands whose argument is read as if they were not there. */
export const transparentCommands: ReadonlySet<string> = new Set([
  ...[
    'boxed',
    'mathbf',
    'bold',
    'boldsymbol',
    'bm',
    'mathit',
    'underline',
    'fbox',
    'mathstrut',
    'ensuremath',
    'mathop',
  ],
  ...['mathbin', 'mathrel', 'mathord', 'underbrace', 'overbrace', 'cancel', 'bcancel', 'xcancel', 'smash'],
]);
