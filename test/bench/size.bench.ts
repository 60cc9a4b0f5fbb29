import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { staticBytes } from '../../scripts/lib/bundle.mjs';
import { out } from '../../scripts/lib/paths.mjs';
import { packageVsix } from '../../scripts/lib/vsix.mjs';
import type { Bench } from './bench.ts';

const goalKilobytes: Readonly<Record<string, string>> = { extension: '150 KB' };

export const bench: Bench = {
  name: 'size',
  title: 'Sizes',
  async run() {
    const metafile = JSON.parse(readFileSync(join(out, 'meta', 'node.json'), 'utf8')) as Metafile;
    const rows = ['extension', 'worker', 'cli', 'index'].map((name) => {
      const kilobytes = (staticBytes(metafile, `dist/${name}.js`) / 1024).toFixed(0);
      return [`dist/${name}.js with what it imports at once`, `${kilobytes} KB`, goalKilobytes[name] ?? ''];
    });
    const { bytes } = await packageVsix();
    rows.push(['the whole .vsix', `${(bytes / 2 ** 20).toFixed(2)} MB`, '8 MB']);
    return { status: 'ran', tables: [{ title: 'Minified', columns: ['what', 'size', 'goal'], rows }] };
  },
};
