import { Waiting } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useServices } from './services.ts';

/** Says what is waited for where the search answers; an index that is made anew comes first, and may take minutes. */
export function WaitingForSearch({ what }: { what: string }) {
  const percent = useStore(useServices().indexing);
  return <Waiting what={percent === null ? what : `${what}, as soon as the search index is made anew (${percent} %). Reading works meanwhile.`} />;
}
