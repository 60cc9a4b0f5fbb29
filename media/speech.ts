import renderA11yString from 'katex/contrib/render-a11y-string';

const longest = 600;

/** Markdown with $…$ as a screen reader should say it: formulas in words (English, as KaTeX words them). */
export function speakable(text: string): string {
  return text
    .replace(/\$\$?([^$]+)\$\$?|\\\((.+?)\\\)|\\\[([\s\S]+?)\\\]/g, (_whole, a?: string, b?: string, c?: string) =>
      speakTex(a ?? b ?? c ?? ''),
    )
    .replace(/[*_`#]+/g, '');
}

export function speakTex(tex: string): string {
  if (tex.length > longest) return '';
  // KaTeX has no words for tables: their rows are said one after the other.
  const flat = tex
    .replace(/\\(?:begin|end)\{[^}]*\}(?:\{[^}]*\})?/g, ' ')
    .replace(/\\\\(?:\[[^\]]*\])?/g, '\\;\\text{then}\\;')
    .replace(/(?<!\\)&/g, ' ');
  try {
    return tidy(renderA11yString(flat));
  } catch {
    return tex;
  }
}

/** Letters of words inside formulas come one by one, and unknown symbols by their TeX names. */
function tidy(speech: string): string {
  return speech
    .replace(/start text, (.*?), end text/g, (_whole, letters: string) =>
      letters
        .split(', ')
        .map((letter) => (letter === 'space' ? ' ' : letter))
        .join('')
        .trim(),
    )
    .replace(/\\([a-zA-Z]+)/g, '$1');
}
