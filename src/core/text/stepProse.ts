import { texToPlain } from './texToPlain.ts';

/** A step's words are Markdown with $…$; these write them in other forms. */

const spans = /(\$\$[\s\S]+?\$\$|\$[^$\n]+\$|`[^`\n]+`|\*\*[^*\n]+\*\*|\*[^*\n]+\*)/;

export function proseToTex(markdown: string): string {
  return markdown
    .split(spans)
    .map((part, index) => {
      if (index % 2 === 0) return escapeTex(part);
      if (part.startsWith('$')) return part;
      if (part.startsWith('`')) return `\\texttt{${escapeTex(part.slice(1, -1))}}`;
      if (part.startsWith('**')) return `\\textbf{${proseToTex(part.slice(2, -2))}}`;
      return `\\emph{${proseToTex(part.slice(1, -1))}}`;
    })
    .join('');
}

export function proseToPlain(markdown: string): string {
  return markdown
    .split(spans)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/\\([\\`*_{}[\]()#+.!<>$-])/g, '$1');
      if (part.startsWith('$')) return texToPlain(part.replace(/^\$+|\$+$/g, ''));
      if (part.startsWith('**')) return proseToPlain(part.slice(2, -2));
      if (part.startsWith('`')) return part.slice(1, -1);
      return proseToPlain(part.slice(1, -1));
    })
    .join('');
}

const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

export function escapeTex(text: string): string {
  return text.replace(/[\\{}%&#_$^~<>]/g, (sign) => texEscapes[sign] ?? sign);
}
