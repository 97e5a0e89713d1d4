import fc from 'fast-check';

// The same cases on every machine, so that a red run can be repeated; FC_SEED=random (or a number) tries others.
const wanted = process.env['FC_SEED'];
fc.configureGlobal(wanted === 'random' ? {} : { seed: Number(wanted ?? 20_261_123) });
