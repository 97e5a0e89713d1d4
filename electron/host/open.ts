import fs from 'node:fs';
import path from 'node:path';
import { startSearchThread, type StartedThread } from '../../db/service/search-thread.ts';
import { openService, type Service, type ServiceOptions } from '../../db/service/service.ts';

type Given = 'folder' | 'host' | 'startImport' | 'printer' | 'canPrint';
export type HostOptions = Pick<ServiceOptions, Given> & Partial<Pick<ServiceOptions, 'exclusive' | 'emit' | 'refusedRequests' | 'log' | 'version' | 'searchThread'>> & {
  /** The folder of the built program: the workers and the fonts lie there. */
  dist: string;
};

/**
 * Starts the search's thread while the host itself is still starting: it takes longer than opening the library.
 * @param dist the folder of the built program
 */
export const startSearch = (dist: string): StartedThread => startSearchThread(path.join(dist, 'search-worker.cjs'));

/** Opens the library for a host, with what all hosts have in common. */
export function openHostService({ dist, ...options }: HostOptions): Service {
  return openService({
    exclusive: false,
    version: __VERSION__,
    fontCss: () => fs.readFileSync(path.join(dist, 'print-fonts.css'), 'utf8'),
    emit: () => {},
    refusedRequests: () => 0,
    log: (error) => console.error(error),
    ...options,
  });
}
