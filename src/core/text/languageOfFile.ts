/** Languages by the ending of a file, for those that VS Code calls plain text as long as no extension knows better. */
const languages: Readonly<Record<string, string>> = {
  lean: 'lean4',
  tex: 'latex',
  ltx: 'latex',
  jl: 'julia',
  sage: 'sage',
  hs: 'haskell',
  agda: 'agda',
  idr: 'idris',
  v: 'coq',
  thy: 'isabelle',
  ml: 'ocaml',
  wl: 'wolfram',
  mac: 'maxima',
  typ: 'typst',
  f90: 'fortran',
  f95: 'fortran',
  scm: 'scheme',
  rkt: 'racket',
  lisp: 'lisp',
  erl: 'erlang',
  ex: 'elixir',
  exs: 'elixir',
  nim: 'nim',
  zig: 'zig',
  kt: 'kotlin',
  scala: 'scala',
  tf: 'terraform',
  qmd: 'quarto',
  rmd: 'rmd',
};

export function languageOfFile(languageId: string, path: string): string {
  if (languageId !== 'plaintext') return languageId;
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(languages, ending) ? (languages[ending] ?? languageId) : languageId;
}
