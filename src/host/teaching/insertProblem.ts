import type { FoundProblem } from '../../core/text/foundProblem.ts';
import { texToPlain } from '../../core/text/texToPlain.ts';

export interface ProblemInsertion {
  readonly offset: number;
  readonly newText: string;
}

/** Another problem in the form of its document, below everything that belongs to the one that it is like. */
export function insertProblem(
  source: string,
  { place, start, end, regionEnd }: FoundProblem,
  text: string,
  word: string,
): ProblemInsertion {
  const region = source.slice(end, regionEnd);
  const offset = end + region.trimEnd().length;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split('\n');
  const written = ((): string[] => {
    switch (place.form) {
      case 'markdown':
        return [`**${word}.** ${lines[0] ?? ''}`, ...lines.slice(1)].map((line) => place.prefix + line);
      case 'latex': {
        const environment = /^\s*\\begin\{([a-zA-Z]+\*?)\}/.exec(source.slice(start))?.[1];
        return environment === undefined
          ? [`${place.prefix}\\paragraph{${word}.} ${lines.join(' ')}`]
          : [`\\begin{${environment}}`, ...lines.map((line) => `  ${line}`), `\\end{${environment}}`];
      }
      case 'comment':
        // Programs are read in a plain font.
        return [`${word}: ${asPlain(lines.join(' '))}`].map((line) => `${place.prefix}${line}${place.suffix}`);
    }
  })();
  const blank = place.form === 'comment' ? place.prefix.trimEnd() : place.prefix.replace(/[ \t]+$/, '');
  const isLast = source.slice(offset).trim() === '';
  const after = isLast || /^[ \t]*\r?\n[ \t]*\r?\n/.test(source.slice(offset)) ? [] : [blank];
  return { offset, newText: ['', blank, ...written, ...after].join(newline) };
}

function asPlain(markdown: string): string {
  return markdown.replace(/\$([^$]+)\$/g, (_, tex: string) => texToPlain(tex));
}
