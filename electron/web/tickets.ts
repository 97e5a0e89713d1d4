import { randomUUID } from 'node:crypto';

/**
 * Keys for addresses that a browser opens by itself and so without the token: each is good once and for a short while.
 * @param now the time in milliseconds
 */
export function createTickets<T>(lifetime: number, now: () => number = Date.now) {
  const open = new Map<string, { value: T; until: number }>();
  return {
    issue(value: T): string {
      for (const [ticket, { until }] of open) if (until < now()) open.delete(ticket);
      const ticket = randomUUID();
      open.set(ticket, { value, until: now() + lifetime });
      return ticket;
    },
    /** @returns what the ticket stands for, or undefined where it is unknown, used or too old */
    redeem(ticket: string): T | undefined {
      const found = open.get(ticket);
      open.delete(ticket);
      return found && found.until >= now() ? found.value : undefined;
    },
  };
}
