import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { proseToPlain } from '../../core/text/stepProse.ts';
import type { Report } from './report.ts';

/** The reports as one SARIF log (OASIS SARIF 2.1.0), as code hosts and CI read it. */
export function sarifLog(reports: readonly Report[], version: string): object {
  const ids = [...new Set(reports.map(ruleId))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Thunk',
            // An address would be asked for; there is none yet that is ours.
            semanticVersion: version,
            rules: ids.map((id) => ({ id, name: pascalCase(id), defaultConfiguration: { level: 'error' } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: reports.map((report) => resultOf(report, ids)),
      },
    ],
  };
}

function resultOf(report: Report, ids: readonly string[]): object {
  const { file, cell, start, end, finding } = report;
  const id = ruleId(report);
  const where = cell === undefined ? '' : ` (cell ${cell})`;
  const uri = isAbsolute(file) ? pathToFileURL(file).href : relativeUri(file);
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const artifactLocation = { uri };
  return {
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: 'error',
    message: { text: `${proseToPlain(finding.message)}${where}`, markdown: `${finding.message}${where}` },
    // Lines of a cell are not lines of the notebook's file.
    locations: [
      cell === undefined
        ? { physicalLocation: { artifactLocation, region } }
        : { physicalLocation: { artifactLocation }, logicalLocations: [{ name: `cell ${cell}`, kind: 'module' }] },
    ],
    ...(finding.fix !== undefined && cell === undefined && { fixes: [fixOf(report, artifactLocation)] }),
  };
}

/** Each name by itself, since `#` and `?` mean something else in an address. */
function relativeUri(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

function fixOf({ finding }: Report, artifactLocation: object): object {
  const { fix } = finding;
  const deletedRegion = fix && { charOffset: fix.start, charLength: fix.end - fix.start };
  return {
    description: { text: 'Put the right value' },
    artifactChanges: [
      { artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: fix?.newText ?? '' } }] },
    ],
  };
}

function ruleId({ finding }: Report): string {
  return finding.verdict.mistake?.id ?? 'wrong-claim';
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
