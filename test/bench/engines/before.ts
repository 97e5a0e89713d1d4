import { usedMb } from '../memory.ts';

/** What the thread held before anything of the app's was loaded: modules are loaded in the order in which they are imported. */
export const before = usedMb();
