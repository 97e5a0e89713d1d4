import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS, createBridge } from './bridge-client.ts';

contextBridge.exposeInMainWorld('attache', createBridge({
  ask: (message) => ipcRenderer.invoke(CHANNELS.ask, message),
  listen(listener) {
    const hear = (_event: IpcRendererEvent, told: unknown) => listener(told);
    ipcRenderer.on(CHANNELS.event, hear);
    return () => ipcRenderer.removeListener(CHANNELS.event, hear);
  },
}));
