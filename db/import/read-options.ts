import type { Progress } from '../model/source.ts';

/** What reading may need, and whom it tells. */
export interface ReadOptions {
  /** For an encrypted file. */
  password: string | null;
  /** Called as the work goes on; it may throw to stop it. */
  tell: (progress: Progress) => void;
}
