// Tells an Electron that could not open a window on this machine from an app that ended for a reason of its own.

/** After this the window was open, and what ended it is no failure to open. */
const OPENING_MS = 20_000;
const LIBRARIES = /error while loading shared libraries: ([\w.+-]+)/;
const SANDBOX = /SUID sandbox helper|No usable sandbox|zygote_host_impl_linux|Running as root without --no-sandbox/;
const DISPLAY = /Missing X server|cannot open display|Unable to open X display|ozone_platform|Failed to connect to Wayland|Can't open display/i;
const CRASHES = new Set(['SIGTRAP', 'SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL']);

/**
 * @param {{ code: number | null, signal: string | null, said: string, lasted: number }} ended how Electron ended, what it
 * said on stderr, and after how many milliseconds
 */
export function isWindowFailure({ code, signal, said, lasted }) {
  if (lasted > OPENING_MS || code === 0) return false;
  return CRASHES.has(signal ?? '') || code === 127 || (code === null && signal === null) || [LIBRARIES, SANDBOX, DISPLAY].some((pattern) => pattern.test(said));
}

/** @returns {{ why: string, how: string }} what stood in the way, and what helps, as parts of a sentence */
export function whyNoWindow(said) {
  const library = LIBRARIES.exec(said)?.[1];
  if (library) return { why: `the system lacks a library that windows need (${library})`, how: 'install it with the system’s package manager' };
  if (SANDBOX.test(said)) return { why: 'the system does not let Electron build its sandbox', how: 'install Attaché’s package, or allow unprivileged user namespaces' };
  if (DISPLAY.test(said)) return { why: 'the display cannot be reached', how: 'start it in a desktop session' };
  return { why: 'Electron ended before its window was open', how: 'see what “npx electron --version” says' };
}
