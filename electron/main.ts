import { app } from 'electron';
import { openApp } from './app.ts';
import { isForTerminal, ownArguments } from './command-line.ts';
import { QUIET_SWITCHES } from './session.ts';
import { runInTerminal } from './terminal.ts';

// A loader may bring this file only after the app is ready; then each window's own settings (window.ts) hold alone.
if (!app.isReady()) app.enableSandbox();
for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value);

// Chromium would put the app's name here, and headers do not carry its accent.
app.userAgentFallback = 'Attache';
// Electron would show a box with a stack; what a user can meet has a sentence of its own, and the rest belongs in the log.
process.on('uncaughtException', (error) => console.error(error));
process.on('unhandledRejection', (reason) => console.error(reason));

const own = ownArguments(process.argv, process.defaultApp === true);
void (isForTerminal(own) ? runInTerminal(own, __dirname) : openApp(own, __dirname));
