import { useCallback } from 'react';
import { useServices } from '../app/services.ts';

/** Opens a pack file, dropped or picked, as a new pack of this desk; then shows it. */
export function useOpenPackFile(): (dropped?: File) => Promise<void> {
  const { host, client, router, settings, notices } = useServices();
  return useCallback(async (dropped) => {
    try {
      const picked = dropped ?? (await host.pickFiles('pack'))[0];
      if (!picked) return;
      const { id, pack } = await client('packs.open', { file: (await host.hand(picked)).file });
      await settings.change({ activePack: id });
      router.go({ place: 'packs', pack: id });
      notices.done(`Opened “${pack.title}”.`);
    } catch (error) {
      notices.failed(error);
    }
  }, [host, client, router, settings, notices]);
}
