import { expect, test } from 'vitest';
import { createDispatch, type Handlers } from '../../../db/contract/dispatch.ts';

const dispatch = createDispatch({} as Handlers);

test.each([
  ['search.run', {}, '“query” is missing'],
  ['search.run', { query: 'port', choice: { country: ['a'], domain: [], limitation: 4 } }, '“choice.limitation” has to be a list'],
  ['library.remove', { report: 4 }, '“report” has to be text'],
])('a call to %s that is not right is answered in words', async (name, params, words) => {
  expect(await dispatch(name, params)).toEqual({ ok: false, error: { code: 'bad-request', message: `The call “${name}” cannot be answered: ${words}.` } });
});
