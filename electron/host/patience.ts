import { AttacheError } from '../../db/model/errors.ts';

/**
 * Waits for work, but not forever, and not after it was cancelled.
 * @param late the sentence for the user where it takes longer than `ms`
 * @param signal ends the waiting; whoever works is to end by itself
 * @throws AttacheError 'internal' where it takes too long, 'cancelled'
 */
export async function inTime<T>(work: Promise<T>, ms: number, late: string, signal?: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AttacheError('internal', late)), ms);
    const cancel = (): void => reject(new AttacheError('cancelled', 'Cancelled. Nothing was made, and the pack is as it was.'));
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {});
  }
}
