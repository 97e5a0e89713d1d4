import { inject, onTestFinished } from 'vitest';
import type { HostEvent } from '../../db/contract/bridge.ts';
import { createClient, type Client } from '../../db/contract/client.ts';
import { openService, type Service, type ServiceOptions } from '../../db/service/service.ts';
import { forkImports } from '../../electron/host/fork-imports.ts';
import { temporaryFolder } from './folders.ts';

export interface TestService {
  service: Service;
  client: Client;
  events: HostEvent[];
  folder: string;
}

/** A real service over an empty folder, in this process; importing runs in a process, bundled as the app ships it. */
export function testService(options: Partial<ServiceOptions> = {}): TestService {
  const folder = options.folder ?? temporaryFolder();
  const events: HostEvent[] = [];
  const service = openService({
    folder, exclusive: false, host: 'test', version: '0.0.0-test', startImport: forkImports(inject('workers')), printer: null, canPrint: false,
    fontCss: () => '', refusedRequests: () => 0, emit: (event) => events.push(event), log: (error) => events.push(error as never), ...options,
  });
  onTestFinished(() => service.close());
  return { service, client: createClient((name, params) => service.dispatch(name, params)), events, folder };
}

/** Puts a text on the shelf and imports it. */
export async function importText({ service, client }: TestService, text: string | Uint8Array, name: string, job = name) {
  const { file } = service.shelf.putBytes(name, typeof text === 'string' ? new TextEncoder().encode(text) : text);
  return client('library.import', { job, file });
}
