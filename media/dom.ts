export type Child = Node | string | undefined;
type Listener = (event: Event) => void;
export type Properties = Readonly<Record<string, string | number | boolean | Listener | undefined>>;

/**
 * One element with its attributes, listeners (`onClick`) and children. Strings become text nodes: no path leads from a
 * string to markup anywhere in these views.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') created.addEventListener(key.slice(2).toLowerCase(), value);
    else if (value === true) created.setAttribute(key, '');
    else if (value !== undefined && value !== false) created.setAttribute(key, String(value));
  }
  created.append(...children.filter((child) => child !== undefined));
  return created;
}

/** A codicon; only decoration, so a name stands beside it or in the label of what holds it. */
export function icon(name: string): HTMLSpanElement {
  return element('span', { class: `codicon codicon-${name}`, 'aria-hidden': 'true' });
}

/** Sets the attribute, or takes it away; does nothing where nothing changes. */
export function setAttribute(target: Element, name: string, value: string | undefined): void {
  if (value === undefined) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Makes these the children, in this order, moving as few nodes as the order allows: what stays keeps focus and scroll. */
export function setChildren(parent: Element, children: readonly Node[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  let next = parent.firstChild;
  for (const child of children) {
    if (child === next) next = next.nextSibling;
    else parent.insertBefore(child, next);
  }
}
