/** The app's search thread as it is, which also tells the benchmark how much memory it holds beyond what it began with. */
import { before } from './before.ts';
import '../../../db/service/search-worker.ts';
import { heldMb } from '../memory.ts';

const channel = new BroadcastChannel('memory');
channel.postMessage('there');
channel.addEventListener('message', ({ data }) => {
  if (data === 'how much?') void heldMb().then((now) => channel.postMessage(now - before));
});
