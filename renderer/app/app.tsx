import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { AttacheError } from '../../db/model/errors.ts';
import { asError, type Host } from '../host/host.ts';
import { Problem, Waiting } from '../parts/states.tsx';
import { openServices, ServicesContext, type Services } from './services.ts';
import { Shell } from './shell.tsx';
import styles from './app.module.css';

/** The app over a host: it opens the library's door, and says so where it stays shut. */
export function App({ host }: { host: Host }) {
  const [services, setServices] = useState<Services | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => () => services?.router.stop(), [services]);
  if (!services) return <Door key={tries} host={host} onOpen={setServices} onRetry={() => setTries(tries + 1)} />;
  return (
    <I18nProvider locale="en-GB">
      <ServicesContext value={services}><Shell /></ServicesContext>
    </I18nProvider>
  );
}

function Door({ host, onOpen, onRetry }: { host: Host; onOpen: (services: Services) => void; onRetry: () => void }) {
  const [error, setError] = useState<AttacheError | null>(null);
  useEffect(() => {
    let live = true;
    openServices(host, window).then((services) => (live ? onOpen(services) : services.router.stop()), (thrown: unknown) => live && setError(asError(thrown)));
    return () => {
      live = false;
    };
  }, [host, onOpen]);
  return (
    <main className={styles['door']}>
      <h1 className={styles['name']}>Attaché</h1>
      {error ? <Problem error={error} retry={onRetry} /> : <Waiting what="Opening the library" />}
    </main>
  );
}

/** Where the page was opened without the key to the library. */
export function Locked() {
  return (
    <main className={styles['door']}>
      <h1 className={styles['name']}>Attaché</h1>
      <p>Open the address that the terminal shows; it carries the key to your library.</p>
    </main>
  );
}
