/** What is noted of each passage while a query is answered, by passage number; all zero but for the touched ones. */
export interface Sheet {
  score: Float32Array;
  share: { all: Float32Array; text: Float32Array; footnotes: Float32Array };
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
  const made = (): Sheet => ({
    score: new Float32Array(count), share: { all: new Float32Array(count), text: new Float32Array(count), footnotes: new Float32Array(count) },
    seen: new Uint8Array(count), touched: new Int32Array(count), size: 0,
  });
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
  const { score, share, seen, touched, size } = sheet;
  for (let i = 0; i < size; i++) {
    const doc = touched[i]!;
    score[doc] = share.all[doc] = share.text[doc] = share.footnotes[doc] = seen[doc] = 0;
  }
  sheet.size = 0;
}
