import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBrowser, openCommand } from '../../../electron/web/open-browser.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const URL_WITH_KEY = 'http://127.0.0.1:5000/#token=a&b';

describe('opening the browser', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('hands the address over as one word, without a shell, on %s', (platform) => {
    const command = openCommand(URL_WITH_KEY, platform);
    expect(command.at(-1)).toBe(URL_WITH_KEY);
    expect(command[0]).not.toMatch(/cmd|sh$/);
  });

  it('is not tried without a screen', async () => {
    expect(await openBrowser(URL_WITH_KEY, { platform: 'linux', env: {} })).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('tells whether the system took it', async () => {
    const folder = temporaryFolder();
    const env = { DISPLAY: ':0', PATH: folder };
    expect(await openBrowser(URL_WITH_KEY, { platform: 'linux', env })).toBe(false);
    const opener = path.join(folder, 'xdg-open');
    fs.writeFileSync(opener, `#!/bin/sh\nprintf %s "$1" > "${folder}/asked"\n`, { mode: 0o755 });
    expect(await openBrowser(URL_WITH_KEY, { platform: 'linux', env })).toBe(true);
    expect(fs.readFileSync(path.join(folder, 'asked'), 'utf8')).toBe(URL_WITH_KEY);
    fs.writeFileSync(opener, '#!/bin/sh\nexit 3\n');
    expect(await openBrowser(URL_WITH_KEY, { platform: 'linux', env })).toBe(false);
  });
});
