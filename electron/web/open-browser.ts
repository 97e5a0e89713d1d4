import { spawn } from 'node:child_process';

/** The system's own way to open an address. */
export function openCommand(url: string, platform: NodeJS.Platform = process.platform): [command: string, ...args: string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return [platform === 'darwin' ? 'open' : 'xdg-open', url];
}

/**
 * Opens an address in the default browser.
 * @returns whether the system took it; without a screen on Linux nothing is tried
 */
export function openBrowser(url: string, { platform = process.platform, env = process.env }: { platform?: NodeJS.Platform; env?: NodeJS.ProcessEnv } = {}): Promise<boolean> {
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return Promise.resolve(false);
  const [command, ...args] = openCommand(url, platform);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, env });
    // xdg-open may stay for as long as the browser does: what has not failed by then has worked.
    const patience = setTimeout(() => resolve(true), 3000);
    const done = (worked: boolean) => {
      clearTimeout(patience);
      resolve(worked);
    };
    child.once('error', () => done(false));
    child.once('exit', (code) => done(code === 0));
    child.unref();
  });
}
