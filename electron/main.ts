import { app, protocol } from 'electron';
import { isForTerminal, ownArguments } from './command-line.ts';
import { openApp } from './app.ts';
import { SCHEME } from './protocol.ts';
import { QUIET_SWITCHES } from './session.ts';
import { runInTerminal } from './terminal.ts';

app.enableSandbox();
for (const [name, value] of QUIET_SWITCHES) app.commandLine.appendSwitch(name, value);
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);

const own = ownArguments(process.argv, app.isPackaged);
void (isForTerminal(own) ? runInTerminal(own, __dirname) : openApp(own, __dirname));
