import type { KatexOptions } from 'katex';

declare module 'katex' {
  export interface VirtualNode {
    readonly children?: readonly VirtualNode[];
    readonly attributes?: Record<string, string>;
  }
  /** Exported by KaTeX for tools like this one, but not in its types: the finished tree before it becomes nodes. */
  export function __renderToDomTree(tex: string, options: KatexOptions): VirtualNode & { toNode(): Node };
}
