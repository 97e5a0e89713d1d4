import { useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Go } from '../parts/link.tsx';
import { Actions } from '../parts/menu.tsx';
import { Screen } from '../parts/screen.tsx';
import { Empty, Problem, Waiting } from '../parts/states.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { useKeptFocus } from '../parts/use-kept-focus.ts';
import { agoWords, count } from '../parts/words.ts';
import type { Result } from '../../db/contract/methods.ts';
import styles from './pack-list.module.css';

type Listed = Result<'packs.list'>['packs'][number];

/** Every pack of this desk, the last changed first. */
export function PackList() {
  const { changes, commands } = useServices();
  const { value, error, waiting, retry } = useCall('packs.list', {}, useStore(changes.desk));
  const list = useKeptFocus(value?.packs.map(({ id }) => id) ?? []);
  return (
    <Screen
      title="Packs"
      actions={(
        <>
          <Button look="quiet" onPress={() => commands.run('pack:brief')}><Icon name="page" />Brief me</Button>
          <Button look="quiet" onPress={() => commands.run('pack:open')}><Icon name="import" />Open pack file</Button>
          <Button look="go" onPress={() => commands.run('pack:new')}><Icon name="plus" />New pack</Button>
        </>
      )}
    >
      {error && <Problem error={error} retry={retry} />}
      {!value && waiting && <Waiting what="Reading the packs" />}
      {value?.packs.length === 0 && (
        <Empty title="No packs yet" action={<Button look="go" onPress={() => commands.run('pack:new')}>New pack</Button>}>
          <p>A pack gathers passages with their sources and notes, your own text and the comparison of countries, and prints them as one paper with page numbers and a marking on every page.</p>
          <p>“Brief me” drafts one on a country, which you then change. You can also begin in Search or Read: press <kbd>a</kbd> on a passage.</p>
        </Empty>
      )}
      {value && value.packs.length > 0 && <ul ref={list}>{value.packs.map((pack) => <PackEntry key={pack.id} pack={pack} />)}</ul>}
    </Screen>
  );
}

function PackEntry({ pack }: { pack: Listed }) {
  const { client, packs, settings, router, changes, notices } = useServices();
  const { activePack } = useStore(settings.store);
  const duplicate = async (): Promise<void> => {
    const { pack: original } = await client('packs.get', { id: pack.id });
    await packs.create({ ...original, title: `${original.title} (copy)` }, pack.id);
    notices.done(`Duplicated “${pack.title}”.`);
  };
  const act = (id: string): void => {
    if (id === 'open') router.go({ place: 'packs', pack: pack.id });
    else if (id === 'active') void settings.change({ activePack: pack.id });
    else if (id === 'duplicate') duplicate().catch(notices.failed);
    else void packs.remove(pack.id, pack.title, () => changes.desk.set((n) => n + 1));
  };
  return (
    <li className={styles['entry']}>
      <div className={styles['words']}>
        <h2 className={styles['name']}><Go to={{ place: 'packs', pack: pack.id }}>{pack.title}</Go></h2>
        <p className={styles['detail']}>
          {[count(pack.items, 'item'), `changed ${agoWords(pack.updatedAt)}`, pack.id === activePack ? 'passages are added here' : ''].filter(Boolean).join(' · ')}
        </p>
      </div>
      {pack.marking !== '' && <span className={styles['marking']}>{pack.marking}</span>}
      <Actions
        label={`Actions for ${pack.title}`} onAction={act}
        items={[
          { id: 'open', label: 'Open', icon: 'page' },
          { id: 'active', label: 'Add passages to this pack', icon: 'plus', disabled: pack.id === activePack },
          { id: 'duplicate', label: 'Duplicate', icon: 'copy' },
          { id: 'remove', label: 'Remove', icon: 'trash', apart: true, danger: true },
        ]}
      >
        <Button look="quiet" icon aria-label={`More for “${pack.title}”`}><Icon name="more" /></Button>
      </Actions>
    </li>
  );
}
