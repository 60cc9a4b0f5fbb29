import type { MarkdownItTexOptions } from '@mdit/plugin-tex';
import { tex } from '@mdit/plugin-tex';
import MarkdownIt from 'markdown-it';
import type { MarkdownIt as MarkdownItInstance, StateInline, Token } from 'markdown-it';

/** The plugin is declared with a type that markdown-it exports no longer. */
const texPlugin = tex as (parser: MarkdownItInstance, options: MarkdownItTexOptions) => void;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 40 }).use(texPlugin, {
  delimiters: 'all',
  // Formulas are drawn from the tokens; the parser's own renderer is never used.
  render: (content: string) => content,
});
parser.inline.ruler.before('math_inline_bracket', 'math_display', displayInside);

/** Markdown's tokens; formulas are `math_inline` (markup `$$` or `\[`: displayed) and `math_block`. */
export function parseMarkdown(text: string): Token[] {
  return parser.parse(text, {});
}

/** $$…$$ and \[…\] in the middle of a line, which the plugin takes for displayed only at the beginning of one. */
function displayInside(state: StateInline, silent: boolean): boolean {
  const opening = state.src.slice(state.pos, state.pos + 2);
  const closing = opening === '$$' ? '$$' : opening === '\\[' ? '\\]' : undefined;
  if (closing === undefined) return false;
  const end = state.src.indexOf(closing, state.pos + 2);
  if (end <= state.pos + 2 || end >= state.posMax) return false;
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.markup = opening;
    token.content = state.src.slice(state.pos + 2, end);
  }
  state.pos = end + 2;
  return true;
}
