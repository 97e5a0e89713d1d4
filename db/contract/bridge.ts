import { z } from 'zod';
import { COMMAND_IDS, type CommandId } from './commands.ts';

/** The job under which the making of a new search index is told; imports have ids of their own. */
export const INDEX_JOB = 'index';

/** What a host tells its screens without being asked. */
export const hostEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('progress'), job: z.string(),
    phase: z.enum(['reading', 'structure', 'facets', 'saving', 'indexing', 'printing', 'setting', 'checking']), done: z.number(), total: z.number(),
    /** How many pages are being made, once that is known. */
    pages: z.number().int().optional(),
  }),
  /** Reports or packs have changed, in this window or another one. */
  z.strictObject({ type: z.literal('changed'), what: z.enum(['library', 'desk']) }),
  /** A menu item was chosen. */
  z.strictObject({ type: z.literal('command'), command: z.enum(COMMAND_IDS) }),
]);
export type HostEvent = z.output<typeof hostEvent>;

/** A file that the user chose; its path stays with the host. */
export const pickedFile = z.strictObject({ file: z.string(), name: z.string(), size: z.number() });
export type PickedFile = z.output<typeof pickedFile>;

/** What a file dialog is for: reports, a folder of them, a pack. */
export const pickKind = z.enum(['report', 'folder', 'pack']);
export type PickKind = z.output<typeof pickKind>;

/** What a screen needs of its host besides the contract's calls: files, events, paper. */
export interface HostBridge {
  kind: 'window' | 'browser';
  /** Carries a call; resolves to a Reply. */
  call(name: string, params: unknown): Promise<unknown>;
  onEvent(listener: (event: unknown) => void): () => void;
  /**
   * Opens the system's file dialog; an empty list where the user cancelled. For a folder, the reports in it and in the
   * folders below. Resolves to PickedFiles, or to Files that are still to be handed over.
   */
  pickFiles(kind: PickKind): Promise<unknown>;
  /** Hands over a file that was dropped on the window or picked there; resolves to a PickedFile. */
  offerFile(name: string, bytes: ArrayBuffer): Promise<unknown>;
  /** Writes an exported file where the user says, or downloads it. */
  saveFile(file: string, name: string): Promise<'saved' | 'cancelled'>;
  /** Writes several exported files into one folder that the user chooses, or downloads them; nothing there is overwritten. */
  saveFiles(files: readonly { file: string; name: string }[]): Promise<'saved' | 'cancelled'>;
  /** Tells which commands the screen answers now: a host with a menu greys the others. */
  offerCommands(commands: readonly CommandId[]): Promise<void>;
  /** Sends a pack to the system's print dialog. @param copy which of its copies, from 1; null prints none's */
  printPack(id: string, copy: number | null): Promise<'sent' | 'cancelled'>;
}
