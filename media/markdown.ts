import type { Token } from 'markdown-it';
import { element } from './dom.ts';
import { parseMarkdown } from './markdownParser.ts';
import { t } from './strings.ts';
import { typeset } from './typeset.ts';

const longestText = 50_000;
/** A formula that is no longer than this is kept on one line. */
const longestUnbroken = 28;

/** Elements that the parser's tokens may become. Everything else is drawn as its text. */
const allowed = new Set('p em strong s code pre ul ol li blockquote hr br table thead tbody tr th td'.split(' '));

/**
 * Draws Markdown with $…$, $$…$$, \(…\) and \[…\] as nodes. Built from the parser's tokens by an allow-list, so that
 * neither HTML nor a foreign attribute can come from the text. Links lead to https only; pictures show their words.
 */
export function markdown(text: string): DocumentFragment {
  const hidden = text.length - longestText;
  const shown = hidden > 0 ? `${text.slice(0, longestText)} ${t('cutOff', hidden)}` : text;
  const root = document.createDocumentFragment();
  drawTokens(parseMarkdown(shown), root);
  return root;
}

function drawTokens(tokens: readonly Token[], root: Node): void {
  const open: Node[] = [root];
  const top = (): Node => open.at(-1) ?? root;
  for (const token of tokens) {
    if (token.nesting === -1) open.pop();
    else if (token.nesting === 1) open.push(top().appendChild(openElement(token)));
    else drawLeaf(token, top());
  }
}

function openElement(token: Token): HTMLElement {
  if (token.type === 'link_open') return link(String(token.attrGet('href') ?? ''));
  // A heading inside a card would break the outline of the page.
  if (token.type === 'heading_open') return element('p', { class: 'heading' });
  if (token.hidden || !allowed.has(token.tag)) return element('span');
  const start = token.tag === 'ol' ? Number(token.attrGet('start') ?? 1) : 1;
  return element(token.tag as keyof HTMLElementTagNameMap, start === 1 ? {} : { start });
}

function drawLeaf(token: Token, parent: Node): void {
  switch (token.type) {
    case 'inline':
      drawTokens(token.children ?? [], parent);
      break;
    case 'math_inline':
      parent.appendChild(token.markup === '$$' || token.markup === '\\[' ? display(token) : inline(token));
      break;
    case 'math_block':
      parent.appendChild(display(token));
      break;
    case 'softbreak':
      parent.appendChild(document.createTextNode(' '));
      break;
    case 'hardbreak':
      parent.appendChild(element('br'));
      break;
    case 'hr':
      parent.appendChild(element('hr'));
      break;
    case 'code_inline':
      parent.appendChild(element('code', {}, token.content));
      break;
    case 'fence':
    case 'code_block':
      parent.appendChild(element('pre', { class: 'scroller' }, element('code', {}, token.content)));
      break;
    default:
      drawText(token.content, parent);
  }
}

function display(token: Token): HTMLElement {
  return element('span', { class: 'displayed scroller' }, typeset(token.content.trim(), true));
}

function inline(token: Token): HTMLElement {
  const drawn = typeset(token.content.trim(), false);
  return token.content.length > longestUnbroken ? drawn : element('span', { class: 'unbroken' }, drawn);
}

/** A browser would break the line between a formula and the comma after it: the comma joins the formula. */
function drawText(text: string, parent: Node): void {
  const before = parent.lastChild;
  const glued = /^[.,;:!?)\]’”]+/.exec(text)?.[0] ?? '';
  const isAfterFormula = before instanceof HTMLElement && before.classList.contains('unbroken');
  if (glued !== '' && isAfterFormula) before.append(glued);
  parent.appendChild(document.createTextNode(isAfterFormula ? text.slice(glued.length) : text));
}

/** VS Code opens https links of a webview outside, after asking where the user has not trusted the site. */
function link(href: string): HTMLElement {
  return href.startsWith('https://')
    ? element('a', { href, rel: 'noreferrer noopener', title: href })
    : element('span');
}
