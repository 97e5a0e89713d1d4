import fs from 'node:fs';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
};

export interface ProgramFile {
  type: string;
  read: () => Promise<Uint8Array>;
}

/** Finds a file of the built page by the path in its address; undefined where there is none. */
export type ProgramFiles = (pathname: string) => ProgramFile | undefined;

/**
 * Lists the built page once. Only what is on the list is ever served, so no path in an address can lead out of the folder.
 * @param folder dist/renderer
 * @throws Error where the page was not built
 */
export function listProgramFiles(folder: string): ProgramFiles {
  const files = new Map<string, ProgramFile>();
  const walk = (inside: string): void => {
    for (const entry of fs.readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const name = path.posix.join(inside, entry.name);
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile()) files.set(name, programFile(path.join(folder, name)));
    }
  };
  walk('/');
  const start = files.get('/index.html');
  if (!start) throw new Error(`The page is not built: ${path.join(folder, 'index.html')} is missing. Run “npm run build”.`);
  files.set('/', start);
  return (pathname) => files.get(pathname);
}

function programFile(file: string): ProgramFile {
  return { type: TYPES[path.extname(file)] ?? 'application/octet-stream', read: () => fs.promises.readFile(file) };
}
