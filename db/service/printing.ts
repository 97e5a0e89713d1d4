/** A PDF, and sentences for the user where it is not as it was asked for. */
export interface PrintedPdf {
  bytes: Uint8Array;
  pages: number | null;
  notices: string[];
}

/** How far a print is: the pages are set, the file is made, the file is read back. */
export const STAGES = ['setting', 'printing', 'checking'] as const;
export type Stage = (typeof STAGES)[number];
/** @param pages how many, once they are set */
export type TellStage = (stage: Stage, pages?: number) => void;

export interface PrintOptions {
  /** Ends the print. */
  signal?: AbortSignal | undefined;
  tell?: TellStage | undefined;
}

/**
 * Makes a PDF of a prepared document, and checks it. Given by the host: Electron's own window, or an installed browser.
 * It throws AttacheError 'cancelled' once its signal is given.
 */
export type PdfPrinter = (document: { html: string; paper: 'A4' | 'Letter'; title: string }, options?: PrintOptions) => Promise<PrintedPdf>;

export type PrintJobs = ReturnType<typeof createPrintJobs>;

/** The prints that are under way, by the names that their callers gave them. */
export function createPrintJobs() {
  const running = new Map<string, AbortController>();
  return {
    /** Does a job that can be cancelled from this call on. */
    async run<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      const control = new AbortController();
      running.set(job, control);
      try {
        return await work(control.signal);
      } finally {
        running.delete(job);
      }
    },
    /** Cancels a job; one that is not there (any more) is not missed. */
    cancel(job: string): void {
      running.get(job)?.abort();
    },
    /** Cancels everything, as the program ends. */
    close(): void {
      for (const control of running.values()) control.abort();
    },
  };
}
