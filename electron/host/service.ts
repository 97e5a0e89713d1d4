import type { Service } from '../../db/service/service.ts';

/** As much of the library as a host needs: calls, and files on their way in or out. */
export type HostService = Pick<Service, 'dispatch' | 'shelf'>;
