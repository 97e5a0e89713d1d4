/** What is known of a chapter beside its text. */
export interface ChapterFacts {
  title?: string;
  number?: number | null;
  authors?: string[];
}

/** From this page on (counted from 1, as the file's pages lie), printed labels run on from `label`: "i", "1", "A-1". */
export interface PageLabelRun {
  page: number;
  label: string;
}

/** What is known of a report beside its text: from a manifest that lies beside it, from its front matter, or by hand. */
export interface ReportFacts {
  title?: string;
  subtitle?: string;
  publisher?: string;
  /** ISO 8601, as far as known. */
  date?: string;
  /** BCP 47 */
  language?: string;
  licence?: string;
  /** Of every chapter that has none of its own. */
  authors?: string[];
  /** A chapter is known by its title, or else by its place where there are just as many. */
  chapters?: ChapterFacts[];
  pages?: PageLabelRun[];
}

/** "report.pdf" → the names that its manifest may have */
export function manifestNames(report: string): string[] {
  const stem = report.replace(/\.[^.]*$/, '');
  return ['yaml', 'yml', 'json'].map((ending) => `${stem}.attache.${ending}`);
}

/** True for the name of a manifest, which is no report itself. */
export function isManifestName(name: string): boolean {
  return /\.attache\.(ya?ml|json)$/i.test(name);
}
