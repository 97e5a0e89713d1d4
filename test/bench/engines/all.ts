import { attache } from './attache.ts';
import type { Engine } from './engine.ts';
import { flexsearch } from './flexsearch.ts';
import { fts5 } from './fts5.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';

/** The app, and what it is held against. */
export const ENGINES: readonly Engine[] = [attache, fts5, flexsearch, minisearch, orama];
