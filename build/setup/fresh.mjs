// Tells whether the libraries and the built program are those of this checkout, in a fraction of a second.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What the built program is made of. */
const SOURCES = ['db', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json', 'tsconfig.json'];
const STAMP = path.join('dist', 'built-from');

function lock(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : null;
}

/** Whether everything that the lock file names is installed; npm leaves out what is for other machines. */
export function librariesAreFresh(root) {
  const wanted = lock(path.join(root, 'package-lock.json')) ?? {};
  const installed = lock(path.join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return false;
  const same = (name) => installed[name] && installed[name].version === wanted[name].version && installed[name].integrity === wanted[name].integrity;
  return Object.keys(wanted).every((name) => name === '' || same(name) || (wanted[name].optional && !installed[name]));
}

/** One hash over the words of every source file and its name. */
export function sourcesHash(root) {
  const hash = createHash('sha256');
  const add = (name) => {
    const file = path.join(root, name);
    if (!fs.existsSync(file)) return;
    if (fs.statSync(file).isDirectory()) {
      for (const inside of fs.readdirSync(file).sort()) add(path.join(name, inside));
      return;
    }
    const bytes = fs.readFileSync(file);
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  };
  SOURCES.forEach(add);
  return hash.digest('hex');
}

export function isBuilt(root) {
  const stamp = path.join(root, STAMP);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === sourcesHash(root);
}

export function stampBuilt(root) {
  fs.writeFileSync(path.join(root, STAMP), sourcesHash(root));
}
