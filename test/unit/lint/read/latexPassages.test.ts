import assert from 'node:assert/strict';
import { findPassages } from '../../../../src/core/lint/findPassages.ts';
import { formulas, outline } from './support.ts';

function tex(source: string): string[] {
  return outline(source, 'latex');
}

describe('passages of LaTeX', () => {
  it('takes formulas out of paragraphs', () => {
    assert.deepEqual(tex('Let $x = 2$, \\(y\\), $$z$$ and \\[w = 1.\\] Then\n\nnext.'), [
      'paragraph: Let [x = 2], [y], [[z]] and [[w = 1]]. Then',
      'paragraph: next.',
    ]);
  });

  it('cuts alignments into rows and leaves labels and numbers out', () => {
    const source = `\\begin{align}\n a &= b + c \\label{eq:a} \\\\ % comment = 3\n &= d \\nonumber\\\\[2pt]\n &\\quad + e, \\tag{$*$}\n\\end{align}`;
    assert.deepEqual(tex(source), ['paragraph: [[1: a = b + c]][[1: = d + e]]']);
  });

  it('reads columns of pairs apart, and the three columns of an eqnarray together', () => {
    assert.deepEqual(tex('\\begin{align*} x &= 1 & y &= 2 \\\\ &= 3 & &= 4 \\end{align*}'), [
      'paragraph: [[1: x = 1]][[2: y = 2]][[1: = 3]][[2: = 4]]',
    ]);
    assert.deepEqual(tex('\\begin{eqnarray} x &=& 1 \\\\ &=& 3 \\end{eqnarray}'), [
      'paragraph: [[1: x = 1]][[1: = 3]]',
    ]);
  });

  it('joins what is broken over lines', () => {
    const joined = ['paragraph: [[1: x = 1 + 2 + 3]][[1: = 6]]'];
    assert.deepEqual(
      tex('\\begin{align} x &= 1 + 2 \\\\ &\\quad + 3 \\\\ &= 6 \\end{align}').map(loose),
      joined.map(loose),
    );
    assert.deepEqual(
      tex('\\begin{align} x &= 1 + 2 + \\\\ &\\quad 3 \\\\ &= 6 \\end{align}').map(loose),
      joined.map(loose),
    );
    assert.deepEqual(tex('\\begin{multline} x = 1 \\\\ + 2 \\\\ = 3 \\end{multline}').map(loose), [
      'paragraph:[[x=1+2=3]]',
    ]);
    assert.deepEqual(tex('\\begin{align} x &= (1 + \\\\ & 2) \\\\ &= 3 \\end{align}').map(loose), [
      'paragraph:[[1:x=(1+2)]][[1:=3]]',
    ]);
  });

  it('keeps what stands in matrices and cases together', () => {
    assert.deepEqual(tex('\\[ A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\]'), [
      'paragraph: [[A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}]]',
    ]);
    assert.deepEqual(tex('\\begin{align} f &= \\begin{cases} 1 & x > 0 \\\\ 2 \\end{cases} \\\\ &= 3 \\end{align}'), [
      'paragraph: [[1: f = \\begin{cases} 1 & x > 0 \\\\ 2 \\end{cases}]][[1: = 3]]',
    ]);
    assert.deepEqual(tex('\\[\\left\\{\\begin{aligned} x+y&=1 \\\\ x-y&=3 \\end{aligned}\\right.\\]').length, 1);
    assert.equal(
      formulas('\\[\\left\\{\\begin{aligned} x+y&=1 \\\\ x-y&=3 \\end{aligned}\\right.\\]', 'latex').length,
      1,
    );
  });

  it('takes words in displays for words, but not units and names', () => {
    assert.deepEqual(tex('\\[ x = 2 \\text{ since } y > 0 \\]'), ['paragraph: [[x = 2]]since[[y > 0]]']);
    assert.deepEqual(
      tex('\\begin{align} x &= 2 \\\\ \\intertext{and so} y &= 3 && \\text{by (1)} \\end{align}').map(loose),
      ['paragraph:[[1:x=2]]andso[[1:y=3]]by(1)'],
    );
    assert.deepEqual(tex('\\[ \\text{area} = 3 \\text{ cm} \\]'), ['paragraph: [[\\text{area} = 3 \\text{ cm}]]']);
  });

  it('leaves out comments, verbatim text, drawings and what only the compiler sees', () => {
    const source = [
      '% $1 = 2$',
      '\\begin{verbatim}\n$1 = 3$\n\\end{verbatim}',
      '\\begin{lstlisting}[language=C]\n$1 = 4$\n\\end{lstlisting}',
      '\\begin{comment}\n$1 = 5$\n\\end{comment}',
      '\\begin{tikzpicture}\\node {$1 = 6$};\\end{tikzpicture}',
      'See \\verb|$1 = 7$|, \\cite{a} and \\ref{x}: $a$ 50\\% % $1 = 8$',
      '\\iffalse $1 = 9$ \\fi',
    ].join('\n\n');
    assert.deepEqual(tex(source), ['paragraph: See ¤, ¤ and ¤: [a] 50 %', 'paragraph: ¤'].slice(0, 2));
  });

  it('begins behind \\begin{document}, but knows what the preamble defines', () => {
    const source =
      '\\documentclass{article}\n\\newcommand{\\R}{\\mathbb{R}}\n\\newcommand{\\abs}[1]{\\left|#1\\right|}\n' +
      '\\begin{document}\n$\\abs{x} \\in \\R$\n\\end{document}\n$after$';
    assert.deepEqual(tex(source), ['paragraph: [\\left|x\\right| \\in \\mathbb{R}]']);
  });

  it("knows the document's own beginnings and ends of displays", () => {
    const source = '\\newcommand{\\be}{\\begin{equation}}\\newcommand{\\ee}{\\end{equation}}\n\n\\be x = 1 \\ee';
    assert.deepEqual(tex(source).at(-1), 'paragraph: [[x = 1]]');
  });

  it('knows sections, items, quotations and problems', () => {
    const source =
      '\\section{Sums}\nText.\n\\begin{itemize}\\item one $a$ \\item two\\end{itemize}\n' +
      '\\begin{quote}said $b$\\end{quote}\n\\begin{exercise}Solve $x = 1$.\\end{exercise}\nSo $c$.';
    assert.deepEqual(tex(source), [
      'heading: Sums',
      'paragraph: Text.',
      'item: one [a]',
      'item: two',
      'quote: said [b]',
      'problem: Solve [x = 1].',
      'paragraph: So [c].',
    ]);
  });

  it('has exact offsets, for rows too', () => {
    const source = 'Tab\t\u00a0$a = 1$\r\n\r\n\\begin{align}\r\n x &= 1 \\\\\r\n &= 2\r\n\\end{align}';
    const texts = formulas(source, 'latex').map(({ start, end }) => source.slice(start, end));
    assert.deepEqual(texts, ['a = 1', 'x &= 1', '= 2']);
  });

  it('does not break numbers that are written with commands', () => {
    assert.deepEqual(formulas('So 10{,}000 = 10000 and 5\\,000 = 5000.', 'latex'), []);
  });

  it('takes time that grows with the length, whatever stands there', () => {
    for (const piece of [
      '$',
      '$$',
      '${',
      '\\[',
      '\\(',
      '{',
      '\\verb|',
      '\\begin{align}',
      '\\newcommand{\\a}{',
      '\\item',
      '%',
      '\\begin{verbatim}',
      '\\def\\a{\\a\\a}$\\a$',
    ]) {
      const source = piece.repeat(60_000);
      assert.ok(findPassages(source, 'latex').every(({ end }) => end <= source.length));
    }
  }).timeout(180_000);
});

function loose(text: string): string {
  return text.replace(/\s+/g, '');
}
