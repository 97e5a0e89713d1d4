import { randomInt } from 'node:crypto';
import type { Sqlite } from './open.ts';
import { createPacker, symbolsFor, writeSymbols } from './text-codec.ts';

/** Numbers of tables are drawn from so many, and never given twice, so that what is kept ready is never another's. */
const NUMBERS = 2 ** 47;

/** Makes a report's table anew for its texts, within the transaction of its caller. @returns what packs them */
export function createTextWriter(db: Sqlite): (report: number, texts: readonly string[]) => (text: string) => Uint8Array {
  const drop = db.prepare('DELETE FROM symbols WHERE report = ?');
  const put = db.prepare('INSERT INTO symbols (pk, report, bytes) VALUES (?, ?, ?)');
  return (report, texts) => {
    const symbols = symbolsFor(texts);
    drop.run(report);
    put.run(randomInt(1, NUMBERS), report, writeSymbols(symbols));
    return createPacker(symbols);
  };
}
