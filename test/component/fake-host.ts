import type { HostBridge, HostEvent } from '../../db/contract/bridge.ts';
import type { CommandId } from '../../db/contract/commands.ts';
import { createDispatch } from '../../db/contract/dispatch.ts';
import type { MethodName } from '../../db/contract/methods.ts';
import { AttacheError } from '../../db/model/errors.ts';
import type { SavedPack } from '../../db/model/pack.ts';
import { composeHandlers } from './fake-compose.ts';
import { deskHandlers } from './fake-desk.ts';
import { libraryHandlers } from './fake-library.ts';
import { emptyReview, reviewHandlers } from './fake-review.ts';
import type { FakeState } from './fake-state.ts';
import { makeReport, type Report } from './fixture-library.ts';

export interface FakeOptions {
  reports?: Report[];
  packs?: SavedPack[];
  settings?: Record<string, unknown>;
  canPrint?: boolean;
  /** A document in the place of the pack's own, and whether it shows copies that could be renewed. */
  preview?: string;
  renewable?: boolean;
}

/**
 * A library in memory behind the real contract: every call is checked as it is in the app.
 * `fail` and `hold` make a method fail, or wait until it is let go; `calls` is what was asked.
 */
export function createFakeHost({ reports = [makeReport()], packs = [], settings = {}, canPrint = true, preview, renewable = false }: FakeOptions = {}) {
  const state: FakeState = {
    reports, packs, removedPacks: [], hidden: [], searches: [], earlier: [], suggestions: [], settings, positions: new Map(), refused: 0, canPrint, preview: preview ?? null, renewable, review: emptyReview(), files: new Map(), cancelled: new Set(),
  };
  const listeners = new Set<(event: unknown) => void>();
  const emit = (event: HostEvent): void => listeners.forEach((listener) => listener(event));
  const failures = new Map<string, AttacheError>();
  const held = new Map<string, { opened: Promise<void>; open: () => void }>();
  const calls: { name: MethodName; params: unknown }[] = [];
  const saved: string[] = [];
  const printed: string[] = [];
  let offered: readonly CommandId[] = [];
  let picked: { name: string; text: string }[] = [];
  const dispatch = createDispatch({ ...libraryHandlers(state, emit), ...deskHandlers(state, emit), ...composeHandlers(state), ...reviewHandlers(state.review, emit) }, (error) => console.error(error));

  const shelve = (name: string, text: string) => {
    const file = `file-${state.files.size + 1}`;
    state.files.set(file, `${name}\n${text}`);
    return { file, name, size: text.length };
  };
  const bridge: HostBridge = {
    kind: 'browser',
    async call(name, params) {
      calls.push({ name: name as MethodName, params });
      await held.get(name)?.opened;
      const failure = failures.get(name);
      return failure ? { ok: false, error: { code: failure.code, message: failure.message } } : dispatch(name, params);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pickFiles: async () => picked.map(({ name, text }) => shelve(name, text)),
    offerFile: async (name, bytes) => shelve(name, new TextDecoder().decode(bytes)),
    saveFile: async (_file, name) => {
      saved.push(name);
      return 'saved';
    },
    saveFiles: async (files) => {
      saved.push(...files.map(({ name }) => name));
      return 'saved';
    },
    offerCommands: async (commands) => {
      offered = commands;
    },
    printPack: async (id, copy) => {
      printed.push(copy === null ? id : `${id} copy ${copy}`);
      return 'sent';
    },
  };
  return {
    bridge, state, calls, saved, printed, emit,
    /** What the page last said that it answers. */
    offered: () => offered,
    fail: (name: MethodName, error: AttacheError | null): void => {
      if (error) failures.set(name, error);
      else failures.delete(name);
    },
    /** The method answers only after `release`. */
    hold(name: MethodName): { release: () => void } {
      let open = (): void => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      held.set(name, { opened, open });
      return {
        release: () => {
          held.delete(name);
          open();
        },
      };
    },
    /** What the file dialog will give. */
    willPick: (files: { name: string; text: string }[]): void => {
      picked = files;
    },
  };
}

export type FakeHost = ReturnType<typeof createFakeHost>;
