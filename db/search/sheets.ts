/** What is noted of a passage while a query is answered. They lie side by side: in a large library, what lies apart takes longer to fetch than to add up. */
export const SCORE = 0;
/** What share of the query's meaning the passage has, in all its columns and in some of them. */
export const SHARE = { all: 1, text: 2, footnotes: 3 } as const;
/** Numbers for a passage; those of passage `doc` begin at `doc * NOTED`. */
export const NOTED = 4;

/** What is noted of all passages, by passage number; all zero but for the touched ones. */
export interface Sheet {
  noted: Float32Array;
  seen: Uint8Array;
  /** The passages in which anything was found, in no order: the first `size` of these. */
  touched: Int32Array;
  size: number;
}

/** Sheets that are used again: in a large library, making them for each query takes longer than filling them. */
export interface Sheets {
  take(): Sheet;
  /** Wipes all sheets that were taken; nobody may hold one any longer. */
  takeBack(): void;
}

/** @param count how many passages there are */
export function createSheets(count: number): Sheets {
  const clean: Sheet[] = [];
  const taken: Sheet[] = [];
  const made = (): Sheet => ({ noted: new Float32Array(count * NOTED), seen: new Uint8Array(count), touched: new Int32Array(count), size: 0 });
  return {
    take() {
      const sheet = clean.pop() ?? made();
      taken.push(sheet);
      return sheet;
    },
    takeBack() {
      for (const sheet of taken) wipe(sheet);
      clean.push(...taken.splice(0));
    },
  };
}

function wipe(sheet: Sheet): void {
  const { noted, seen, touched, size } = sheet;
  for (let i = 0; i < size; i++) {
    const doc = touched[i]!;
    const at = doc * NOTED;
    noted[at + SCORE] = noted[at + SHARE.all] = noted[at + SHARE.text] = noted[at + SHARE.footnotes] = seen[doc] = 0;
  }
  sheet.size = 0;
}
