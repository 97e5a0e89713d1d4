import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { packFile } from '../../db/contract/pack-file.ts';

export const SCHEMA_FILE = path.resolve(import.meta.dirname, '..', '..', 'docs', 'pack-file.schema.json');

/** The JSON Schema (draft 2020-12) of a pack file, made from the checks that the program makes. */
export function packFileSchema(): string {
  const schema = z.toJSONSchema(packFile, { io: 'input', target: 'draft-2020-12' });
  return `${JSON.stringify({ $schema: schema.$schema, title: 'Attaché pack file, format 1', ...schema }, null, 2)}\n`;
}

/** `node test/helpers/pack-schema.ts` writes it into docs/. */
if (process.argv[1] === import.meta.filename) fs.writeFileSync(SCHEMA_FILE, packFileSchema());
