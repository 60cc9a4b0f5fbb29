/** node scripts/houseRules.mjs [FOLDER]: checks the layers, cycles and activation of a tree; exit code 1 on a violation. */
import { root } from './lib/paths.mjs';
import { checkHouse } from './lib/houseRules.mjs';

const violations = checkHouse(process.argv[2] ?? root);
for (const { rule, file, message } of violations) console.error(`${file}: ${message} [${rule}]`);
process.exitCode = violations.length === 0 ? 0 : 1;
