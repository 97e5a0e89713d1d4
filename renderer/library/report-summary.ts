import type { Result } from '../../db/contract/methods.ts';

/** A report as the library lists it. */
export type ReportSummary = Result<'library.list'>['reports'][number];
