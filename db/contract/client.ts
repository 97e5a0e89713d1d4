import { z } from 'zod';
import { AttacheError, ERROR_CODES } from '../model/errors.ts';
import { METHODS, type MethodName, type Params, type Result } from './methods.ts';

/** Carries one call to the library and back, whatever lies between: a function call, IPC, HTTP. */
export type Transport = (name: MethodName, params: unknown) => Promise<unknown>;

/** The same methods as the table's, seen from the caller. Its type is derived, never written twice. */
export type Client = <N extends MethodName>(name: N, params: Params<N>) => Promise<Result<N>>;

const reply = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }) }),
]);

/**
 * @param transport carries `(name, params)` and resolves to a `Reply`
 * @returns a client whose answers are checked on this side of the wire too; a failure is thrown as AttacheError
 */
export function createClient(transport: Transport): Client {
  return async (name, params) => {
    const answer = reply.safeParse(await transport(name, params));
    if (!answer.success) throw new AttacheError('internal', 'Attaché’s library gave an answer that this window does not understand. Close it and start the app again.');
    if (!answer.data.ok) throw new AttacheError(answer.data.error.code, answer.data.error.message);
    const value = METHODS[name].result.safeParse(answer.data.value);
    if (!value.success) throw new AttacheError('internal', 'Attaché’s library gave an answer that this window does not understand. Close it and start the app again.');
    return value.data as Result<typeof name>;
  };
}
