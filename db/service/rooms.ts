import type { HostEvent } from '../contract/bridge.ts';
import type { Desk } from '../store/desk.ts';
import type { Library } from '../store/library.ts';
import type { createImporter } from './importer.ts';
import type { PdfPrinter, PrintJobs } from './printing.ts';
import type { Searching } from './searching.ts';
import type { Shelf } from './shelf.ts';

/** What the handlers work with. */
export interface Rooms {
  library: Library;
  desk: Desk;
  search: Searching;
  shelf: Shelf;
  importer: ReturnType<typeof createImporter>;
  /** Resolves once the index is as this version writes it; nothing may be written to the library before. */
  indexed: Promise<void>;
  printer: PdfPrinter | null;
  prints: PrintJobs;
  fontCss: () => string;
  emit: (event: HostEvent) => void;
}
