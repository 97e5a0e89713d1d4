import { useState } from 'react';
import type { Params } from '../../db/contract/methods.ts';
import { useCommand, useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { useStore } from '../parts/store.ts';
import { useCall } from '../parts/use-call.ts';
import { today } from './pack-desk.ts';
import styles from './windows.module.css';

type Domain = NonNullable<Params<'compose.brief'>['domains']>[number];
const ALL_REPORTS = '';

/** Drafts a pack on a country: essentials, domains, what holds Japan back, figures, sources. */
export function BriefWindow() {
  const [open, setOpen] = useState(false);
  useCommand('pack:brief', () => setOpen(true));
  return (
    <Window title="Brief me" open={open} onClose={() => setOpen(false)}>
      {open && <BriefForm onClose={() => setOpen(false)} />}
    </Window>
  );
}

function BriefForm({ onClose }: { onClose: () => void }) {
  const { client, packs, router, settings, notices, taxonomies, changes } = useServices();
  const { value } = useCall('library.list', {}, useStore(changes.library));
  const valuesOf = (facet: string) => taxonomies.find((taxonomy) => taxonomy.facet === facet)?.values ?? [];
  const countries = valuesOf('country');
  const domains = valuesOf('domain');
  const [country, setCountry] = useState(countries[0]?.value ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [report, setReport] = useState(ALL_REPORTS);
  const [busy, setBusy] = useState(false);
  const chosen = domains.filter((domain) => !left.has(domain.value)).map((domain) => domain.value as Domain);
  const toggle = (name: string): void => setLeft((now) => new Set(now.has(name) ? [...now].filter((other) => other !== name) : [...now, name]));
  const draft = async (): Promise<void> => {
    setBusy(true);
    try {
      const { pack } = await client('compose.brief', { country, domains: chosen, report: report === ALL_REPORTS ? null : report });
      const id = await packs.create({ ...pack, marking: settings.store.get().marking, date: today() });
      onClose();
      router.go({ place: 'packs', pack: id });
    } catch (error) {
      notices.failed(error);
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void draft();
      }}
    >
      <p className={styles['said']}>Attaché chooses passages and figures from the library and puts them in order. Nothing is invented: every line names its source, and all of it can be changed.</p>
      <Choice label="Country" focused value={country} onChange={setCountry} options={countries.map((one) => ({ id: one.value, label: one.label }))} />
      <fieldset className={styles['options']}>
        <legend>Domains</legend>
        {domains.map((domain) => (
          <label key={domain.value} className={styles['option']}>
            <input type="checkbox" checked={!left.has(domain.value)} onChange={() => toggle(domain.value)} />
            {domain.label}
          </label>
        ))}
      </fieldset>
      {(value?.reports.length ?? 0) > 1 && (
        <Choice label="From" value={report} onChange={setReport} options={[{ id: ALL_REPORTS, label: 'Everything in the library' }, ...value!.reports.map(({ id, title }) => ({ id, label: title }))]} />
      )}
      <Answers>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" type="submit" isDisabled={busy || chosen.length === 0}>{busy ? 'Drafting' : 'Draft the pack'}</Button>
      </Answers>
    </form>
  );
}
