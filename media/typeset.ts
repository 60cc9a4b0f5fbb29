import type { VirtualNode } from 'katex';
import { __renderToDomTree } from 'katex';
import { element } from './dom.ts';
import { t } from './strings.ts';

const longestTex = 10_000;
const longestShown = 20_000;
const mostCached = 2_000;
/** Twenty nested roots are some 200 levels; a browser's layout gives up, with its whole process, at a few thousand. */
const deepestTree = 500;

/** Finished formulas by mode and TeX; a card that is drawn again costs a clone. */
const cache = new Map<string, HTMLElement>();

/** The formula drawn by KaTeX with its MathML; where KaTeX can't, the source as code. Never throws. */
export function typeset(tex: string, isDisplay: boolean): HTMLElement {
  const key = `${isDisplay ? 'd' : 't'}${tex}`;
  let drawn = cache.get(key);
  if (drawn === undefined) {
    drawn = draw(tex, isDisplay);
    if (cache.size >= mostCached) cache.delete(cache.keys().next().value ?? '');
    cache.set(key, drawn);
  }
  return drawn.cloneNode(true) as HTMLElement;
}

function draw(tex: string, isDisplay: boolean): HTMLElement {
  if (tex.length > longestTex) return source(tex, t('tooLong'));
  try {
    const tree = __renderToDomTree(tex, {
      displayMode: isDisplay,
      output: 'htmlAndMathml',
      throwOnError: true,
      // What KaTeX refuses to do without trust is drawn in this colour.
      errorColor: 'currentcolor',
      trust: false,
      strict: 'ignore',
      maxExpand: 500,
      maxSize: 30,
    });
    if (!tidyTree(tree, 0)) return source(tex, t('tooDeep'));
    return element('span', { class: isDisplay ? 'math mathDisplay' : 'math', dir: 'ltr' }, tree.toNode());
  } catch (error) {
    return source(tex, error instanceof Error ? error.message : '');
  }
}

/** Shows text that could not be typeset, as it was written. */
function source(tex: string, reason: string): HTMLElement {
  const hidden = tex.length - longestShown;
  const shown = hidden > 0 ? `${tex.slice(0, longestShown)} ${t('cutOff', hidden)}` : tex;
  return element('code', { class: 'texSource', dir: 'ltr', title: reason.slice(0, 300) }, shown);
}

/**
 * KaTeX sets some `style` attributes as text, which the content security policy refuses. They repeat what its classes
 * and CSSOM styles already say (a width of 100 % inside a box of the same width), so nothing is lost without them.
 * False where the tree is deeper than a browser can lay out.
 */
function tidyTree(node: VirtualNode, depth: number): boolean {
  if (depth > deepestTree) return false;
  if (node.attributes?.style !== undefined) delete node.attributes.style;
  return (node.children ?? []).every((child) => tidyTree(child, depth + 1));
}
