import type { Sqlite } from './open.ts';

/** Rows that one statement takes. A statement for each takes twice as long, more of them in one no less. */
const AT_ONCE = 32;

type Value = string | number | Uint8Array | null;

/** Rows on their way to a table. They are there when `flush` has returned, and not before. */
export interface Rows {
  /** How many were put and are not written yet; what they hold may not change until then. */
  readonly waiting: number;
  put(...row: Value[]): void;
  flush(): void;
}

/**
 * Writes rows by the dozen, within the transaction of the caller.
 * @param insert up to the word VALUES, which is not part of it
 * @param columns how many values a row has
 * @param then what stands behind the values
 * @returns begins anew: rows that an error kept from being written are not written later
 */
export function createRows(db: Sqlite, insert: string, columns: number, then = ''): () => Rows {
  const row = `(${Array(columns).fill('?').join(', ')})`;
  const statement = (rows: number) => db.prepare(`${insert} VALUES ${Array(rows).fill(row).join(', ')} ${then}`);
  /** Made when rows are first written: most programs that open a library only read it. */
  let made: { many: ReturnType<typeof statement>; one: ReturnType<typeof statement> } | undefined;
  return () => {
    const { many, one } = (made ??= { many: statement(AT_ONCE), one: statement(1) });
    let values: Value[] = [];
    return {
      get waiting() {
        return values.length / columns;
      },
      put(...more) {
        for (const value of more) values.push(value);
        if (values.length < columns * AT_ONCE) return;
        many.run(values);
        values = [];
      },
      flush() {
        for (let at = 0; at < values.length; at += columns) one.run(values.slice(at, at + columns));
        values = [];
      },
    };
  };
}
