// The screens over the fake library, to look at: npx vite test/component/dev --config build/vite.config.ts
import '../../../renderer/styles/fonts.css';
import '../../../renderer/styles/tokens.css';
import '../../../renderer/styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '../../../renderer/app/app.tsx';
import { createHost } from '../../../renderer/host/host.ts';
import { savedPack } from '../fake-desk.ts';
import { createFakeHost } from '../fake-host.ts';
import { makeReport } from '../fixture-library.ts';
import { VIETNAM } from '../fixture-text.ts';

const asked = new URLSearchParams(location.search);
const report = 'partners-at-sea';
const pack = savedPack({
  items: [
    { kind: 'heading', text: 'Talking points' },
    { kind: 'text', markdown: '# What to say\n\n- Ask for the delivery date of the six vessels.\n- Thank for the colleges.' },
    { kind: 'passage', report, passage: 'vietnam-4' }, { kind: 'passage', report, passage: 'vietnam-14' }, { kind: 'passage', report, passage: 'gone' },
    { kind: 'pageBreak' }, { kind: 'compare', report },
  ],
});
const built = makeReport({ id: 'first-briefing', title: 'A first briefing', subtitle: null, publisher: 'Attaché', builtIn: true }, [VIETNAM], 'b-');
const host = createFakeHost({
  reports: asked.has('empty') ? [] : asked.has('one') ? [makeReport()] : [makeReport(), built],
  packs: asked.has('empty') ? [] : [pack, savedPack({ title: 'Bangkok, May', marking: '', items: [] }, 'pack-2')],
  settings: { theme: asked.get('theme') ?? 'light', activePack: asked.has('empty') ? null : 'pack-1', marking: 'RESTRICTED', textSize: Number(asked.get('size') ?? 100) },
});
host.willPick([{ name: 'lectures.md', text: 'slow' }, { name: 'photo.jpg', text: 'bad' }]);
createRoot(document.querySelector('#root')!).render(<App host={createHost(host.bridge)} />);
