import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Which cuts paper needs: the report's words upright and slanted, the app's words upright. */
const CUTS = [
  { from: '@fontsource-variable/source-serif-4/wght.css', family: 'Source Serif 4 Variable' },
  { from: '@fontsource-variable/source-serif-4/wght-italic.css', family: 'Source Serif 4 Variable' },
  { from: '@fontsource-variable/source-sans-3/wght.css', family: 'Source Sans 3 Variable' },
];
const SCRIPTS = ['greek', 'vietnamese', 'latin-ext', 'latin'];

/**
 * The `@font-face` rules for printed documents, with the fonts inside as data: URIs, so that a pack that is saved as
 * HTML looks the same on a machine without them. Each rule keeps its `unicode-range`.
 * @throws Error where a font package no longer holds a script that is printed
 */
export function printFontCss(): string {
  return CUTS.flatMap(({ from, family }) => {
    const file = require.resolve(from);
    const faces = fs.readFileSync(file, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [];
    return SCRIPTS.map((script) => {
      const face = faces.find((rule) => rule.includes(`-${script}-wght-`) && rule.includes(`'${family}'`));
      if (!face) throw new Error(`${from} holds no ${script} font any more`);
      return face.replace(/url\(([^)]+)\)/, (_, relative: string) => {
        const font = fs.readFileSync(path.join(path.dirname(file), relative));
        return `url(data:font/woff2;base64,${font.toString('base64')})`;
      }).replace('font-display: swap', 'font-display: block');
    });
  }).join('\n');
}

/** Writes print-fonts.css into the folder of the built program, where every host looks for it. */
export function writePrintFonts(dist: string): void {
  fs.mkdirSync(dist, { recursive: true });
  fs.writeFileSync(path.join(dist, 'print-fonts.css'), printFontCss());
}
