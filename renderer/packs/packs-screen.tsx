import { useRoute } from '../app/services.ts';
import { PackEditor } from './pack-editor.tsx';
import { PackList } from './pack-list.tsx';

/** Briefing packs: all of them, or the one that is open. */
export function Packs() {
  const { pack } = useRoute('packs');
  return pack === null ? <PackList /> : <PackEditor key={pack} id={pack} />;
}
