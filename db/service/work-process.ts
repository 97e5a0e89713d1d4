import type { WorkNews, WorkOrder } from './work-orders.ts';

/** Hears what a working process says. */
export interface WorkListener {
  news(news: WorkNews): void;
  /** It is gone, by itself or killed, and holds no file any more. @param said the last of what it wrote about its end */
  ended(said: string): void;
}

/** A process of its own that imports: it takes one order after the other, and whatever goes wrong in it stays in it. */
export interface WorkProcess {
  /** Its number, for whoever watches what it takes; not there before it has begun. */
  readonly pid: number | undefined;
  /** Called once, before the first order. */
  listen(listener: WorkListener): void;
  send(order: WorkOrder): void;
  /** Whether the program waits for it before it ends by itself. */
  hold(waits: boolean): void;
  /** Ends it at once, wherever it is; SQLite rolls back what it leaves undone. */
  kill(): void;
}

/** Starts one: each host has its own way. @param megabytes what the thread that imports may take of memory of its own */
export type StartWork = (megabytes: number) => WorkProcess;

/** How much is kept of what a process writes about its end, in characters; a list of addresses comes last. */
const LAST_WORDS = 8000;

/** Listens to what a process writes. @returns tells the last of it */
export function lastWordsOf(stream: NodeJS.ReadableStream): () => string {
  let said = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LAST_WORDS);
  });
  return () => said;
}
