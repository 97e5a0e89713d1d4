import { useEffect, useState } from 'react';
import type { Client } from '../../db/contract/client.ts';
import type { AttacheError } from '../../db/model/errors.ts';
import type { ReadRoute } from '../app/router.ts';
import { useServices } from '../app/services.ts';
import { asError } from '../host/host.ts';
import { useSelected } from '../parts/store.ts';

/** Where reading begins: `report` null means that there is nothing to read. */
export interface ReadingPlace {
  report: string | null;
  chapter: string | null;
  section: string | null;
  passage: string | null;
  lit: boolean;
  /** The journey that led here; the text is moved once for each. */
  visit: number;
}

interface Held {
  asked: string;
  place: ReadingPlace | null;
  error: AttacheError | null;
}

/** Turns an address, however open, into a place in a report: the passage asked for, else where the reader left off, else the beginning. */
export function useReadingPlace() {
  const { client, router } = useServices();
  const visit = useSelected(router.location, (location) => location.visit);
  const [held, setHeld] = useState<Held>({ asked: '', place: null, error: null });
  const [again, setAgain] = useState(0);
  const asked = `${visit}/${again}`;
  useEffect(() => {
    let live = true;
    const { route: at, visit: journey } = router.location.get();
    if (at.place !== 'read') return undefined;
    findPlace(client, at).then((found) => {
      if (!live) return;
      if (found.report !== null) router.rewrite({ ...at, report: found.report, chapter: found.chapter });
      setHeld({ asked, place: { ...found, visit: journey }, error: null });
    }, (thrown: unknown) => live && setHeld({ asked, place: null, error: asError(thrown) }));
    return () => {
      live = false;
    };
  }, [client, router, asked]);
  return { place: held.place, error: held.asked === asked ? held.error : null, retry: () => setAgain((n) => n + 1) };
}

async function findPlace(client: Client, route: ReadRoute): Promise<Omit<ReadingPlace, 'visit'>> {
  const at = { section: route.section, passage: route.passage, lit: route.lit };
  if (route.report !== null && route.chapter !== null) return { report: route.report, chapter: route.chapter, ...at };
  const report = route.report ?? (await firstReport(client));
  if (report === null) return { report: null, chapter: null, section: null, passage: null, lit: false };
  const passage = route.passage ?? (await client('desk.position', { report })).passage;
  const chapter = passage === null ? null : await chapterOf(client, report, passage, route.passage !== null);
  if (chapter !== null) return { report, chapter, ...at, passage };
  const { chapters } = await client('library.contents', { report });
  return { report, chapter: chapters[0]?.id ?? null, ...at, passage: null };
}

/** The user's own reports come before those that ship with the app. */
async function firstReport(client: Client): Promise<string | null> {
  const { reports } = await client('library.list', {});
  return (reports.find((report) => !report.builtIn) ?? reports[0])?.id ?? null;
}

/** @param wanted the reader asked for this very passage, so that its absence is told; a place of old is only forgotten */
async function chapterOf(client: Client, report: string, passage: string, wanted: boolean): Promise<string | null> {
  try {
    return (await client('read.passage', { report, passage })).chapter.id;
  } catch (error) {
    if (!wanted && asError(error).code === 'not-found') return null;
    throw error;
  }
}
