/** A briefing that ships with the app, as one Markdown document. */
export interface BuiltIn {
  /** Kept by libraries from the first version on: what a user removed stays away under this name. */
  name: string;
  text: string;
}

const english = import.meta.glob<string>('./japan-southeast-asia/en/*.md', { query: '?raw', import: 'default', eager: true });
const german = import.meta.glob<string>('./japan-southeast-asia/de/*.md', { query: '?raw', import: 'default', eager: true });

/** The files of a folder, in the order of their numbers, as one document: the first brings the front matter, the last the notes. */
function joined(files: Record<string, string>): string {
  return Object.keys(files).sort().map((file) => files[file]!.trim()).join('\n\n').concat('\n');
}

/** In the order in which they are imported. */
export const BUILT_INS: readonly BuiltIn[] = [
  { name: 'japan-southeast-asia.md', text: joined(english) },
  { name: 'japan-southeast-asia.de.md', text: joined(german) },
];
