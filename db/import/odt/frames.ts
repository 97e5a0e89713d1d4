import { formulaInLine } from '../formulas.ts';
import { readPicture } from '../pictures.ts';
import { descendants, element, elementsOf, first, rawText, textOf, type Element } from '../tree.ts';

/** What lies beside the text of an OpenDocument file, by the addresses that it gives: nothing outside of the file. */
export interface OdtParts {
  open: (address: string) => Uint8Array | null;
  /** The root of an embedded document, or null where there is none. */
  document: (address: string) => Element | null;
}

/** What a frame or a drawn shape shows in the line that it stands in, and the elements whose paragraphs stand behind that line. */
export interface Shown {
  image: Element | null;
  formula: string;
  boxes: Element[];
}

/** A frame shows the first of its contents that can be shown: a box with text, a formula, or one of several forms of a picture. */
export function shownIn(frame: Element, parts: OdtParts): Shown {
  const shown: Shown = { image: null, formula: '', boxes: [] };
  if (frame.name === 'draw:control') return shown;
  const inside = elementsOf(frame);
  const texts = inside.filter(({ name }) => name === 'draw:text-box');
  const images = inside.filter(({ name }) => name === 'draw:image');
  const objects = inside.filter(({ name }) => name === 'draw:object');
  if (frame.name !== 'draw:frame' || (texts.length === 0 && images.length === 0 && objects.length === 0)) return { ...shown, boxes: [frame] };
  if (texts.length > 0) return { ...shown, boxes: texts };
  const formula = objects.map((object) => formulaIn(object, parts)).find((found) => found !== null);
  if (formula) return { ...shown, formula: formulaInLine(formula) };
  return { image: imageOf(images, frame, parts), formula: '', boxes: images.filter((image) => elementsOf(image).some(({ name }) => name === 'text:p')) };
}

function formulaIn(object: Element, parts: OdtParts): Element | null {
  const address = object.attributes['xlink:href'];
  const root = elementsOf(object).length > 0 ? object : address ? parts.document(address) : null;
  const math = root && elementsOf(root).find(({ name }) => /(?:^|:)math$/.test(name));
  return math ?? null;
}

function imageOf(images: readonly Element[], frame: Element, parts: OdtParts): Element | null {
  const sources = images.flatMap((image) => sourceOf(image) ?? []);
  const source = sources.find((one) => isKept(one, parts)) ?? sources[0];
  if (source === undefined) return null;
  const said = ['desc', 'title'].map((name) => elementsOf(frame).find((child) => child.name === `svg:${name}`)).map((child) => (child ? textOf(child) : '')).find((text) => text !== '');
  return element('img', { src: source, alt: said ?? '' });
}

function sourceOf(image: Element): string | null {
  const data = first(image, 'binary-data');
  return data ? `data:image/png;base64,${rawText(data).replace(/\s+/g, '')}` : (image.attributes['xlink:href'] ?? null);
}

function isKept(source: string, parts: OdtParts): boolean {
  const bytes = source.startsWith('data:') ? null : parts.open(source);
  return source.startsWith('data:') || (bytes !== null && readPicture(bytes) !== 'unknown');
}

/** True for what is drawn: frames, shapes, groups of them, and links around them. */
export function isDrawn({ name }: Element): boolean {
  return /^(?:draw|dr3d):/.test(name);
}

/** The frames and shapes in a group, or in a link around them. */
export function drawnIn(found: Element): Element[] {
  if (found.name !== 'draw:a' && found.name !== 'draw:g') return [found];
  return [...descendants(found)].filter((inner) => isDrawn(inner) && inner.name !== 'draw:g' && inner.name !== 'draw:a' && isOutermost(inner, found));
}

/** True where nothing but groups and links stands between it and what it is looked for in. */
function isOutermost(inner: Element, within: Element): boolean {
  let up = inner.parent;
  while (up && up !== within && (up.name === 'draw:g' || up.name === 'draw:a')) up = up.parent;
  return up === within;
}
