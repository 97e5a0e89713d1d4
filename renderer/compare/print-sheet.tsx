import { useServices } from '../app/services.ts';
import { emptyPack } from '../packs/pack-desk.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions } from '../parts/menu.tsx';
import { useStore } from '../parts/store.ts';

/** The comparison on paper: one sheet, landscape. Paper shows one report, so where there are several, one is chosen. */
export function PrintSheet({ reports, chosen }: { reports: readonly { id: string; title: string }[]; chosen: string | null }) {
  const { packs, client, host, settings, router, notices, about } = useServices();
  const { canPrint } = useStore(about);
  const shown = chosen === null ? reports : reports.filter((report) => report.id === chosen);
  if (shown.length === 0) return null;

  const print = async (report: string): Promise<void> => {
    const pack = { ...emptyPack('Countries side by side', settings.store.get().marking), items: [{ kind: 'compare' as const, report }] };
    try {
      if (!canPrint) return router.go({ place: 'packs', pack: await packs.create(pack) });
      // The printer takes a pack; this one is only for the sheet, and is cleared away once the sheet is on its way.
      const { id } = await client('packs.create', { pack });
      try {
        await host.printPack(id, null);
      } finally {
        await client('packs.remove', { id });
      }
    } catch (error) {
      notices.failed(error);
    }
  };
  const several = shown.length > 1;
  const items = shown.flatMap(({ id, title }) => [
    { id: `print ${id}`, label: several ? `Print: ${title}` : 'Print on one sheet', icon: 'print' as const },
    { id: `add ${id}`, label: several ? `Add to pack: ${title}` : 'Add to pack', icon: 'plus' as const },
  ]);
  const act = (key: string): void => {
    const report = key.slice(key.indexOf(' ') + 1);
    if (key.startsWith('print')) void print(report);
    else void packs.add({ kind: 'compare', report });
  };
  return (
    <Actions label="On paper" items={items} onAction={act}>
      <Button><Icon name="print" />On paper<Icon name="down" size={12} /></Button>
    </Actions>
  );
}
