import fs from 'node:fs';
import path from 'node:path';
import { openService, type Service, type ServiceOptions } from '../../db/service/service.ts';

type Given = 'folder' | 'host' | 'startImport' | 'printer' | 'canPrint';
export type HostOptions = Pick<ServiceOptions, Given> & Partial<Pick<ServiceOptions, 'exclusive' | 'emit' | 'refusedRequests' | 'log' | 'version'>> & {
  /** The folder of the built program: the workers and the fonts lie there. */
  dist: string;
};

/** Opens the library for a host, with what all hosts have in common. */
export function openHostService({ dist, ...options }: HostOptions): Service {
  return openService({
    exclusive: false,
    version: __VERSION__,
    searchWorkerFile: options.host === 'terminal' ? null : path.join(dist, 'search-worker.cjs'),
    fontCss: () => fs.readFileSync(path.join(dist, 'print-fonts.css'), 'utf8'),
    emit: () => {},
    refusedRequests: () => 0,
    log: (error) => console.error(error),
    ...options,
  });
}
