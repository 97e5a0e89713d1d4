import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import type { HostBridge } from '../db/contract/bridge.ts';
import { App, Locked } from './app/app.tsx';
import { createHost } from './host/host.ts';
import { createHttpBridge, takeToken, watchForToken } from './host/http-bridge.ts';

/** Until the settings are read the page keeps to the system's theme, so that a dark room stays dark. */
if (matchMedia('(prefers-color-scheme: dark)').matches) document.documentElement.dataset['theme'] = 'dark';

/** Put there by the preload of the desktop window; absent in a browser. */
const { attache } = window as Window & { attache?: HostBridge };
if (!attache) watchForToken(window);
const token = attache ? null : takeToken(window);
const bridge = attache ?? (token === null ? null : createHttpBridge(token));
createRoot(document.querySelector('#root')!).render(bridge ? <App host={createHost(bridge)} /> : <Locked />);
