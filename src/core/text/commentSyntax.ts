/** How a language writes comments. */
export interface CommentSyntax {
  /** The first is the one to write with. */
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
}

const slashes: CommentSyntax = { line: ['//'], block: [['/*', '*/']] };
const hash: CommentSyntax = { line: ['#'], block: [] };
const dashes: CommentSyntax = { line: ['--'], block: [] };
const percent: CommentSyntax = { line: ['%'], block: [] };
const semicolon: CommentSyntax = { line: [';'], block: [] };
const markup: CommentSyntax = { line: [], block: [['<!--', '-->']] };

const syntaxes: Readonly<Record<string, CommentSyntax>> = {
  python: {
    line: ['#'],
    block: [
      ['"""', '"""'],
      ["'''", "'''"],
      ['r"""', '"""'],
    ],
  },
  sage: { line: ['#'], block: [['"""', '"""']] },
  shellscript: hash,
  r: hash,
  ruby: { line: ['#'], block: [['=begin', '=end']] },
  perl: hash,
  yaml: hash,
  toml: hash,
  makefile: hash,
  dockerfile: hash,
  coffeescript: hash,
  elixir: hash,
  gdscript: hash,
  julia: { line: ['#'], block: [['#=', '=#']] },
  nim: { line: ['#'], block: [['#[', ']#']] },
  powershell: { line: ['#'], block: [['<#', '#>']] },
  lean: { line: ['--'], block: [['/-', '-/']] },
  lean4: { line: ['--'], block: [['/-', '-/']] },
  haskell: { line: ['--'], block: [['{-', '-}']] },
  elm: { line: ['--'], block: [['{-', '-}']] },
  agda: { line: ['--'], block: [['{-', '-}']] },
  idris: { line: ['--'], block: [['{-', '-}']] },
  lua: { line: ['--'], block: [['--[[', ']]']] },
  sql: { line: ['--'], block: [['/*', '*/']] },
  ada: dashes,
  vhdl: dashes,
  matlab: { line: ['%'], block: [['%{', '%}']] },
  octave: { line: ['%', '#'], block: [['%{', '%}']] },
  erlang: percent,
  prolog: { line: ['%'], block: [['/*', '*/']] },
  bibtex: percent,
  clojure: semicolon,
  scheme: semicolon,
  racket: { line: [';'], block: [['#|', '|#']] },
  lisp: { line: [';'], block: [['#|', '|#']] },
  ini: semicolon,
  coq: { line: [], block: [['(*', '*)']] },
  ocaml: { line: [], block: [['(*', '*)']] },
  isabelle: { line: [], block: [['(*', '*)']] },
  fsharp: { line: ['//'], block: [['(*', '*)']] },
  pascal: {
    line: ['//'],
    block: [
      ['(*', '*)'],
      ['{', '}'],
    ],
  },
  mathematica: { line: [], block: [['(*', '*)']] },
  wolfram: { line: [], block: [['(*', '*)']] },
  fortran: { line: ['!'], block: [] },
  'fortran-modern': { line: ['!'], block: [] },
  vb: { line: ["'"], block: [] },
  html: markup,
  xml: markup,
  css: { line: [], block: [['/*', '*/']] },
  php: { line: ['//', '#'], block: [['/*', '*/']] },
  terraform: { line: ['#', '//'], block: [['/*', '*/']] },
  c: slashes,
  cpp: slashes,
  csharp: slashes,
  java: slashes,
  javascript: slashes,
  javascriptreact: slashes,
  typescript: slashes,
  typescriptreact: slashes,
  go: slashes,
  rust: slashes,
  swift: slashes,
  kotlin: slashes,
  scala: slashes,
  dart: slashes,
  groovy: slashes,
  jsonc: slashes,
  less: slashes,
  scss: slashes,
  zig: { line: ['//'], block: [] },
  'objective-c': slashes,
  'cuda-cpp': slashes,
  typst: slashes,
  verilog: slashes,
  systemverilog: slashes,
  maxima: { line: [], block: [['/*', '*/']] },
};

/** Undefined for a language whose comments aren't known. */
export function commentSyntaxOf(languageId: string): CommentSyntax | undefined {
  return Object.hasOwn(syntaxes, languageId) ? syntaxes[languageId] : undefined;
}

export const commentedLanguages: readonly string[] = Object.keys(syntaxes);
