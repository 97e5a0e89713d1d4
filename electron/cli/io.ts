/** Where a command prints: results on `out`, everything else on `err`. */
export interface Io {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Wrong usage: the sentence goes to stderr and the command exits with 2. */
export class UsageError extends Error {}

export const USAGE = `attache: search policy reports offline, and print briefing packs

  attache import FILE|FOLDER… [--password-file FILE] [--json]
                                                    bring reports into the library: text, Markdown, PDF, DOCX, ODT, HTML, MHTML, EML, EPUB;
                                                    of a folder, all of them; what a manifest beside a report
                                                    (report.attache.yaml) says is added. The password of an encrypted one
                                                    is the first line of FILE, or of what is piped in where FILE is -
  attache reports [--json]                          list what the library holds
  attache search [--country V]… [--domain V]… [--limitation V]… [--report ID]
                 [--limit N] [--offset N] [--json] -- QUERY
  attache export REPORT --format json|markdown|csl-json
  attache pack SPEC.json --out FILE.pdf|.docx|.md|.html|.json   make a briefing pack, or a pack file with its passages inside
  attache remove REPORT                             take a report out
  attache check [--json]                            verify the library
  attache serve [--port N] [--open]                 the reader in a browser, on this machine only

Every command takes --library DIR (a folder); without it, the app's own library is used.
Several values of one facet mean OR; facets among themselves mean AND.
Exit codes: 0 done, 1 failed (one sentence says why), 2 wrong usage.
`;

/** "1 page", "12 pages" */
export const many = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
