import type { PanelSnapshot } from '../src/core/protocol/panel.ts';
import { actionIcons, actionKeys, menuActions } from './actions.ts';
import { Announcer } from './announcer.ts';
import { AsideView } from './aside.ts';
import { element, icon, setAttribute, setChildren } from './dom.ts';
import type { MenuItem } from './menu.ts';
import { toggleMenu } from './menu.ts';
import { NoticeBar } from './noticeBar.ts';
import type { Draft } from './ownLine.ts';
import type { PanelContext } from './panelContext.ts';
import { isAllowed, isBusy } from './panelContext.ts';
import { PanelFooter } from './panelFooter.ts';
import { PanelHeader } from './panelHeader.ts';
import { listenToKeys } from './panelKeys.ts';
import { showShortcuts } from './shortcuts.ts';
import { StepList } from './stepList.ts';
import { t } from './strings.ts';
import { ThunkView } from './thunkCard.ts';

/** The steps panel: a function of the newest snapshot, apart from focus, scroll and which old cards were opened. */
export class StepsPanel {
  readonly #context: PanelContext;
  readonly #root = element('div', { class: 'panel' });
  readonly #notice: NoticeBar;
  readonly #header: PanelHeader;
  readonly #list: StepList;
  readonly #aside = new AsideView();
  readonly #thunk: ThunkView;
  readonly #footer: PanelFooter;
  readonly #announcer = new Announcer();
  #empty: HTMLElement | undefined;
  /** Nobody has scrolled since the current step was brought into view. */
  #isFollowing = true;
  /** Which stop of the list Tab leads to: a step, -1 the problem. */
  #stop = -1;

  constructor(
    context: PanelContext,
    unfolded: readonly number[],
    keepFolding: (unfolded: readonly number[]) => void,
    draft: Draft,
  ) {
    this.#context = context;
    this.#notice = new NoticeBar(context);
    this.#header = new PanelHeader(context);
    this.#list = new StepList(context, unfolded, keepFolding);
    this.#thunk = new ThunkView(context, (anchor) => toggleMenu(anchor, t('more'), this.#menu()), draft);
    this.#footer = new PanelFooter(context);
    document.body.append(element('main', {}, this.#root), this.#announcer.element);
    new ResizeObserver(() => {
      this.#root.style.setProperty('--thunk-height', `${this.#thunk.element.offsetHeight}px`);
    }).observe(this.#thunk.element);
    for (const type of ['wheel', 'touchmove']) {
      window.addEventListener(type, () => (this.#isFollowing = false), { passive: true });
    }
    // A narrower window wraps lines: what was in view stays in view, unless somebody has scrolled elsewhere.
    window.addEventListener('resize', () => {
      const { sessionId, current } = context.snapshot();
      if (this.#isFollowing && sessionId !== null) this.#reveal(current, 'instant');
    });
    this.#root.addEventListener('focusin', () => {
      const index = this.#focusedIndex();
      if (index !== undefined) this.#setStop(index);
    });
    listenToKeys(context, {
      focusedIndex: () => this.#focusedIndex(),
      focusNext: () => this.#thunk.next.focus(),
      isFolded: (index) => this.#list.viewAt(index)?.isFolded ?? false,
      toggleFold: (index) => this.#list.toggleFold(index),
      showShortcuts: () => showShortcuts(context.snapshot()),
    });
  }

  update(before: PanelSnapshot | undefined, now: PanelSnapshot): void {
    const isOther = before?.sessionId !== now.sessionId;
    if (isOther && before !== undefined) this.#list.clear();
    if (now.sessionId === null) {
      setChildren(this.#root, [this.#drawEmpty(now)]);
      return;
    }
    const hadNextFocus = document.activeElement === this.#thunk.next;
    const cardFocus = this.#focusedIndex();
    // While a press is under way the cards keep their buttons: they come back a moment later.
    if (!isBusy(now)) setAttribute(this.#root, 'data-actions', now.actions.join(' '));
    this.#notice.update(now);
    this.#header.update(now);
    this.#list.update(now);
    const hasMore = this.#aside.update(now);
    this.#thunk.update(before, now);
    this.#footer.update(now);
    setChildren(this.#root, [
      this.#notice.element,
      this.#header.element,
      this.#list.element,
      this.#aside.element,
      this.#thunk.element,
      this.#footer.element,
    ]);
    this.#setStop(now.current);
    if (hadNextFocus && !this.#thunk.next.isConnected) this.focusStep(now.current);
    else if (cardFocus !== undefined && document.activeElement === document.body) this.focusStep(now.current);
    if (isOther) this.#revealFirst(now.current);
    else if (now.current !== before.current || now.steps.length > before.steps.length) this.#reveal(now.current);
    else if (hasMore) this.#aside.element.lastElementChild?.scrollIntoView({ block: 'nearest', behavior: calmly() });
    this.#announcer.announce(before, now);
  }

  focus(): void {
    const { sessionId, current } = this.#context.snapshot();
    if (sessionId === null) this.#empty?.querySelector('button')?.focus();
    else this.focusStep(current);
  }

  openOwnLine(): void {
    this.#thunk.openOwnLine();
  }

  focusStep(index: number): void {
    const target = index < 0 ? this.#header.problem : this.#list.viewAt(index)?.card;
    if (target === undefined) return;
    this.#setStop(index);
    target.focus({ preventScroll: true });
    this.#reveal(index);
  }

  #setStop(index: number): void {
    this.#list.viewAt(this.#stop)?.setStop(false);
    this.#list.viewAt(index)?.setStop(true);
    this.#header.problem.tabIndex = index < 0 ? 0 : -1;
    this.#stop = index;
  }

  #focusedIndex(): number | undefined {
    const active = document.activeElement;
    if (active === null) return undefined;
    if (this.#header.problem.contains(active)) return -1;
    const step = active.closest<HTMLElement>('.step');
    if (step !== null) return Number(step.dataset.index);
    return this.#thunk.element.contains(active) ? this.#context.snapshot().steps.length : undefined;
  }

  /** Cards outside the window have their real heights only once they were laid out in it. */
  #revealFirst(index: number): void {
    this.#reveal(index, 'instant');
    requestAnimationFrame(() => {
      requestAnimationFrame(() => this.#reveal(index, 'instant'));
    });
  }

  /** Brings a step into view by the shortest way; what is in view already does not move. */
  #reveal(index: number, behavior: ScrollBehavior = calmly()): void {
    const target = index < 0 ? this.#header.element : this.#list.viewAt(index)?.element;
    if (target === undefined) return;
    this.#isFollowing = true;
    const isLast = index === this.#context.snapshot().steps.length - 1;
    const room = window.innerHeight - this.#thunk.element.offsetHeight;
    // With the last step all that follows it comes into view, unless the step alone fills the window.
    if (isLast && target.offsetHeight < room) window.scrollTo({ top: document.documentElement.scrollHeight, behavior });
    else target.scrollIntoView({ block: target.offsetHeight < room ? 'nearest' : 'start', behavior });
  }

  #menu(): MenuItem[] {
    const snapshot = this.#context.snapshot();
    const groups = menuActions
      .map((group) => group.filter((action) => isAllowed(snapshot, action)))
      .filter((group) => group.length > 0);
    const items = groups.flatMap((group, at): MenuItem[] => [
      ...(at > 0 ? [{ type: 'separator' } as const] : []),
      ...group.map((action) => ({
        type: 'item' as const,
        label: t(action),
        icon: actionIcons[action],
        key: snapshot.keys[action] ?? actionKeys[action],
        run: () => this.#context.act(action),
      })),
    ]);
    if (items.length > 0) items.push({ type: 'separator' });
    items.push({
      type: 'item',
      label: t('shortcuts'),
      icon: 'keyboard',
      key: '?',
      run: () => showShortcuts(this.#context.snapshot()),
    });
    return items;
  }

  #drawEmpty(snapshot: PanelSnapshot): HTMLElement {
    this.#empty ??= element(
      'div',
      { class: 'empty' },
      element('h1', { class: 'emptyFirst' }, t('emptyFirst')),
      element('p', {}, t('emptySecond')),
      isAllowed(snapshot, 'openSample')
        ? element(
            'button',
            { class: 'button primary', type: 'button', onClick: () => this.#context.act('openSample') },
            icon('file'),
            t('openSample'),
          )
        : undefined,
    );
    return this.#empty;
  }
}

function calmly(): ScrollBehavior {
  const { classList } = document.body;
  const isCalm = classList.contains('vscode-reduce-motion') || matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isCalm ? 'instant' : 'smooth';
}
