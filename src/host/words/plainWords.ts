import { texToPlain } from '../../core/text/texToPlain.ts';

const formula = /(?<!\\)\$\$([^$]+)\$\$|(?<!\\)\$([^$\n]+)\$|\\\((.+?)\\\)/g;

/** Markdown with $…$ for places that show text only, such as a diagnostic: formulas in ASCII, no marks of Markdown. */
export function plainWords(markdown: string): string {
  return eachPart(markdown, unmarked, signed);
}

/** Markdown with $…$ for a hover, which draws Markdown but no formulas: they become code. */
export function hoverMarkdown(markdown: string): string {
  return eachPart(
    markdown,
    (words) => words,
    (tex) => `\`${signed(tex).replaceAll('`', "'")}\``,
  );
}

/** A formula as people print it where only characters can be had. */
function signed(tex: string): string {
  return texToPlain(tex)
    .replace(/<=/g, '≤')
    .replace(/>=/g, '≥')
    .replace(/!=/g, '≠')
    .replace(/\+-/g, '±')
    .replace(/->/g, '→')
    .replace(/~/g, '≈')
    .replace(/\bsqrt\((\d+|[a-z])\)(?!\w)/gi, '√$1')
    .replace(/\bsqrt\(/g, '√(')
    .replace(/(?<![a-z])pi(?![a-z])/gi, 'π')
    .replace(/ \* /g, ' · ')
    .replace(/\^2(?!\d)/g, '²')
    .replace(/\^3(?!\d)/g, '³');
}

function eachPart(markdown: string, ofWords: (words: string) => string, ofTex: (tex: string) => string): string {
  let result = '';
  let end = 0;
  for (const match of markdown.matchAll(formula)) {
    result += ofWords(markdown.slice(end, match.index)) + ofTex(match[1] ?? match[2] ?? match[3] ?? '');
    end = match.index + match[0].length;
  }
  return result + ofWords(markdown.slice(end));
}

function unmarked(words: string): string {
  return words
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([$*_`\\])/g, '$1');
}
