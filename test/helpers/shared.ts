import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const shared = path.resolve(root, '..', 'shared');

/** The real report, which never enters the project; null where it is not at hand, and then its tests are skipped. */
export function realReport(): { file: string; gold: string; score: string } | null {
  const found = { file: path.join(shared, 'report', 'japan-southeast-asia.txt'), gold: path.join(shared, 'gold'), score: path.join(shared, 'tools', 'score.mjs') };
  return Object.values(found).every((file) => fs.existsSync(file)) ? found : null;
}
