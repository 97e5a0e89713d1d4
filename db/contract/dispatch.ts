import { AttacheError, toWireError, type WireError } from '../model/errors.ts';
import { METHODS, type Checked, type MethodName, type Result } from './methods.ts';
import { whatIsWrong } from './what-is-wrong.ts';

export type Handlers = { [N in MethodName]: (params: Checked<N>) => Result<N> | Promise<Result<N>> };
export type Reply = { ok: true; value: unknown } | { ok: false; error: WireError };
export type Dispatch = (name: unknown, params: unknown) => Promise<Reply>;

/**
 * The one door: looks the method up by own property, checks the params, calls the handler, checks the result.
 * @param handlers one for every method of the table
 * @param log where bugs are told, with their stack; the caller only hears "internal"
 * @returns a function that never throws: it answers `{ok, value}` or `{ok: false, error}`
 */
export function createDispatch(handlers: Handlers, log: (error: unknown) => void = () => {}): Dispatch {
  return async (name, params) => {
    try {
      if (typeof name !== 'string' || !Object.hasOwn(METHODS, name)) {
        throw new AttacheError('bad-request', `There is no call named “${typeof name === 'string' ? name.slice(0, 60) : typeof name}”.`);
      }
      const method = METHODS[name as MethodName];
      const checked = method.params.safeParse(params ?? {});
      if (!checked.success) throw new AttacheError('bad-request', `The call “${name}” cannot be answered: ${whatIsWrong(checked.error)}.`);
      const handler = handlers[name as MethodName] as (params: unknown) => unknown;
      const result = method.result.safeParse(await handler(checked.data));
      if (!result.success) throw new Error(`${name} answered against its contract: ${result.error.message}`);
      return { ok: true, value: result.data };
    } catch (error) {
      if (!(error instanceof AttacheError)) log(error);
      return { ok: false, error: toWireError(error) };
    }
  };
}
