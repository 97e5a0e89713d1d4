// The lint rule that holds the house's arrows: which room may import which (ARCHITECTURE.md, "Rooms").
// An import that is not in the table is an error. Packages and Node's own modules are checked by `bare`.
import path from 'node:path';

/** Room → the rooms it may import from. Every room may import itself. The longest matching room wins. */
export const ROOMS = {
  'db/model': [],
  'db/import': ['db/model'],
  'db/structure': ['db/model'],
  'db/facets': ['db/model'],
  'db/review': ['db/model'],
  'db/store': ['db/model'],
  'db/search': ['db/model', 'db/store'],
  'db/packs': ['db/model'],
  'db/contract': ['db/model'],
  'db/briefings': [],
  'db/service': ['db/model', 'db/import', 'db/structure', 'db/facets', 'db/review', 'db/store', 'db/search', 'db/packs', 'db/contract', 'db/briefings'],
  electron: ['db/service', 'db/contract', 'db/model', 'renderer/paper'],
  'electron/web': ['db/service', 'db/contract', 'db/model'],
  'electron/cli': ['db/service', 'db/contract', 'db/model'],
  'electron/host': ['db/service', 'db/contract', 'db/model', 'renderer/paper'],
  'renderer/paper': ['db/model'],
  renderer: ['db/contract', 'db/model', 'renderer/paper'],
  build: [],
  test: ['*'],
};

/** Hosts may also use what hosts share; nothing else crosses between siblings. */
const SHARED = { electron: ['electron/host', 'electron/cli'], 'electron/web': ['electron/host'], 'electron/cli': ['electron/host', 'electron/web'] };

/** Bare modules that a room must not know: db/ knows neither Electron nor React nor the DOM. */
const FORBIDDEN = [
  { rooms: /^db\//, modules: /^(electron|react|react-dom|react-aria-components)(\/|$)/, why: 'db/ knows neither Electron nor React' },
  { rooms: /^renderer(\/paper)?$/, modules: /^(node:|electron$|better-sqlite3$|flexsearch$)/, why: 'the renderer talks only through the contract' },
  { rooms: /^electron\/(web|cli|host)$/, modules: /^electron$/, why: 'these hosts run without Electron' },
  { rooms: /^db\/(?!store$)/, modules: /^better-sqlite3$/, why: 'SQL lives in db/store' },
];

/** @param {string} file path from the project's root, with slashes @returns {string | null} its room */
export function roomOf(file) {
  const found = Object.keys(ROOMS).filter((room) => file === room || file.startsWith(`${room}/`));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/**
 * Judges one import.
 * @param {string} from the importing file, from the root
 * @param {string} specifier what stands in the import
 * @returns {string | null} the reason why it is refused, or null
 */
export function judge(from, specifier) {
  const room = roomOf(from);
  if (!room) return null;
  if (!specifier.startsWith('.')) {
    const bad = FORBIDDEN.find((rule) => rule.rooms.test(room) && rule.modules.test(specifier));
    return bad ? `${room} must not import ${specifier}: ${bad.why}` : null;
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const other = roomOf(target);
  if (other === room || ROOMS[room].includes('*')) return null;
  if (other && (ROOMS[room].includes(other) || SHARED[room]?.includes(other))) return null;
  return `${room} must not import ${other ?? target}: the arrows run one way (build/lint/arrows-plugin.mjs)`;
}

const rule = {
  create(context) {
    const from = path.relative(process.cwd(), context.filename).split(path.sep).join('/');
    const check = (node) => {
      const specifier = node.source?.value;
      const reason = typeof specifier === 'string' ? judge(from, specifier) : null;
      if (reason) context.report({ node: node.source, message: reason });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

export default { meta: { name: 'attache' }, rules: { arrows: rule } };
