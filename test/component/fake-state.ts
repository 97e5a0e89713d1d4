import type { Result } from '../../db/contract/methods.ts';
import type { SavedPack } from '../../db/model/pack.ts';
import type { FakeReview } from './fake-review.ts';
import type { Report } from './fixture-library.ts';

/** What stands behind a fake host; tests read it, and change it as another window would. */
export interface FakeState {
  reports: Report[];
  packs: SavedPack[];
  removedPacks: SavedPack[];
  /** Briefings that ship with the app and were taken out. */
  hidden: Report[];
  searches: Result<'desk.searches'>['searches'];
  /** Earlier searches, the latest first, and what else is suggested while typing. */
  earlier: string[];
  suggestions: { kind: 'name' | 'acronym' | 'heading'; text: string; detail: string | null; query: string }[];
  settings: Record<string, unknown>;
  positions: Map<string, string>;
  refused: number;
  canPrint: boolean;
  preview: string | null;
  renewable: boolean;
  review: FakeReview;
  files: Map<string, string>;
  cancelled: Set<string>;
}
