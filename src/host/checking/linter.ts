import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lintResult.ts';
import { languageOf } from '../documents/problemPlace.ts';
import { readSetting, settingsSection } from '../settings.ts';
import type { LinterSeverity } from '../settingsTable.ts';
import { plainWords } from '../words/plainWords.ts';
import type { Checkers } from './checkers.ts';
import { conventionsOf } from './conventionsOf.ts';
import { codeOf, explanationUri, explanationOf } from './explanation.ts';
import { LinterStatus } from './linterStatus.ts';
import { Pace } from './pace.ts';
import { watchedDocuments } from './watchedDocuments.ts';
import type { WorkChecks } from './workChecks.ts';

/** Whoever opens a document wants to see it first. */
const firstPauseMs = 800;
/** Long enough for the next key. */
const pauseMs = 250;
const afterDeathMs = 1000;
/** What was decided of a very long document is kept when the time is over, and the next look goes on from there. */
const mostLooks = { died: 2, 'out-of-time': 5 } as const;
/** In UTF-16 units. Longer documents are books of data; reading one at each pause would be felt. */
const longestDocument = 1_000_000;

export interface LinterParts {
  readonly checkers: Pick<Checkers, 'live'>;
  readonly log: vscode.LogOutputChannel;
  /** What they say of a line is said once. */
  readonly works: Pick<WorkChecks, 'worksIn' | 'onDidChange'>;
}

interface Looked {
  readonly version: number;
  readonly findings: readonly Finding[];
}

/**
 * Squiggles under claims that are wrong, as somebody writes. On this thread a key costs a timer, and a pause costs
 * reading the text, posting it and placing what comes back; the claims are found and decided elsewhere.
 */
export class Linter implements vscode.Disposable {
  readonly #checkers: Pick<Checkers, 'live'>;
  readonly #log: vscode.LogOutputChannel;
  readonly #works: LinterParts['works'];
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('thunk');
  readonly #status = new LinterStatus();
  readonly #pace = new Pace((key) => this.#look(key), {
    set: setTimeout,
    clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
  });
  readonly #looked = new Map<string, Looked>();
  readonly #tooLong = new Set<string>();
  /** How often a version of a document was looked over in vain. */
  readonly #tried = new Map<string, { readonly version: number; readonly count: number }>();
  readonly #ended = new AbortController();
  readonly #subscriptions: readonly Pick<vscode.Disposable, 'dispose'>[];
  #watched: ReadonlyMap<string, vscode.TextDocument> = new Map();

  constructor({ checkers, log, works }: LinterParts) {
    this.#checkers = checkers;
    this.#log = log;
    this.#works = works;
    const watch = (): void => this.#watch();
    this.#subscriptions = [
      this.#diagnostics,
      this.#status,
      works.onDidChange((document) => {
        const key = document.uri.toString();
        const looked = this.#looked.get(key);
        if (looked?.version === document.version) this.#show(key, document, looked.findings);
      }),
      vscode.window.onDidChangeVisibleTextEditors(watch),
      vscode.window.onDidChangeVisibleNotebookEditors(watch),
      vscode.window.tabGroups.onDidChangeTabs(watch),
      vscode.workspace.onDidOpenTextDocument(watch),
      vscode.workspace.onDidCloseTextDocument(watch),
      vscode.workspace.onDidChangeNotebookDocument(({ contentChanges }) => {
        if (contentChanges.length > 0) watch();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const key = document.uri.toString();
        if (contentChanges.length > 0 && this.#watched.get(key) === document) this.#pace.ask(key, pauseMs);
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const isOurs = ['linter', 'check'].some((group) => event.affectsConfiguration(`${settingsSection}.${group}`));
        if (!isOurs) return;
        watch();
        for (const key of this.#watched.keys()) this.#pace.ask(key, 0);
      }),
    ];
    watch();
  }

  /** What was found in the document as it is now; nothing while a newer text is looked over. */
  findingsOf(document: vscode.TextDocument): readonly Finding[] {
    const looked = this.#looked.get(document.uri.toString());
    return looked?.version === document.version ? looked.findings : [];
  }

  #watch(): void {
    const before = this.#watched;
    this.#watched = watchedDocuments();
    for (const [key, document] of before) if (this.#watched.get(key) !== document) this.#forget(key);
    for (const [key, document] of this.#watched) {
      if (before.get(key) !== document) this.#pace.ask(key, firstPauseMs);
    }
  }

  #forget(key: string): void {
    this.#pace.forget(key);
    this.#looked.delete(key);
    this.#tooLong.delete(key);
    this.#tried.delete(key);
    this.#diagnostics.delete(vscode.Uri.parse(key));
    this.#status.forget(key);
  }

  async #look(key: string): Promise<void> {
    const document = this.#watched.get(key);
    if (document === undefined) return;
    const { version } = document;
    const text = document.getText();
    if (text.length > longestDocument) {
      this.#leave(key, document, text.length);
      return;
    }
    this.#tooLong.delete(key);
    const languageId = languageOf(document);
    const result = await this.#checkers
      .live({ type: 'lint', document: key, text, languageId, conventions: conventionsOf(document) }, this.#ended.signal)
      .catch((fault: unknown) => ({ type: 'none' as const, reason: 'died' as const, detail: String(fault) }));
    // Closed, or changed: then the newer text comes by itself.
    if (this.#ended.signal.aborted || this.#watched.get(key) !== document || document.version !== version) return;
    if (result.type === 'lint') {
      this.#tried.delete(key);
      this.#show(key, document, result.result.findings);
      this.#status.show(key, { type: 'looked', ...result.result.counts });
    } else if (result.reason !== 'cancelled') {
      const pauseBefore = this.#pauseBeforeNext(key, version, result.reason);
      if (pauseBefore !== undefined) this.#pace.ask(key, pauseBefore);
      if (result.reason === 'out-of-time' && pauseBefore !== undefined) {
        this.#status.show(key, { type: 'going-on' });
        return;
      }
      this.#log.warn(`Linter: ${vscode.workspace.asRelativePath(document.uri)} was not looked over. ${result.detail}`);
      this.#show(key, document, []);
      this.#status.show(key, { type: 'failed', detail: result.detail });
    }
  }

  /** The next worker may fare better, but a text that kills each one is left alone until it changes. */
  #pauseBeforeNext(key: string, version: number, reason: string): number | undefined {
    if (reason !== 'died' && reason !== 'out-of-time') return undefined;
    const tried = this.#tried.get(key);
    const count = (tried?.version === version ? tried.count : 0) + 1;
    this.#tried.set(key, { version, count });
    if (count >= mostLooks[reason]) return undefined;
    return reason === 'died' ? afterDeathMs : pauseMs;
  }

  #leave(key: string, document: vscode.TextDocument, length: number): void {
    if (!this.#tooLong.has(key)) {
      this.#tooLong.add(key);
      const file = vscode.workspace.asRelativePath(document.uri);
      this.#log.info(`Linter: ${file} is left alone; it has ${length} characters, and the most is ${longestDocument}.`);
    }
    this.#show(key, document, []);
    this.#status.show(key, { type: 'too-long' });
  }

  #show(key: string, document: vscode.TextDocument, findings: readonly Finding[]): void {
    this.#looked.set(key, { version: document.version, findings });
    const severity = severities[readSetting('linter.severity', document)];
    const said = this.#works.worksIn(document).flatMap(({ marks }) => marks.filter(({ state }) => state === 'wrong'));
    const unsaid = findings.filter(({ start, end }) => !said.some((mark) => mark.start < end && start < mark.end));
    this.#diagnostics.set(
      document.uri,
      unsaid.map((finding) => diagnosticOf(document, finding, severity)),
    );
  }

  dispose(): void {
    this.#ended.abort();
    this.#pace.forgetAll();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

const severities: Readonly<Record<LinterSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function diagnosticOf(
  document: vscode.TextDocument,
  finding: Finding,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
  const diagnostic = new vscode.Diagnostic(range, plainWords(finding.message), severity);
  diagnostic.source = 'Thunk';
  diagnostic.code = {
    value: codeOf(finding.verdict),
    target: explanationUri(explanationOf(document.getText(range), finding.verdict, finding.message)),
  };
  return diagnostic;
}
