import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second (proc(5), CLK_TCK on every Linux that runs this). */
const TICKS = 100;

/**
 * The processor time that a process and all that it started have used, in milliseconds; null where the system does not
 * tell. Unlike the clock it hardly depends on what else the machine does.
 */
export function processorTime(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  const all = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const stat = statOf(name);
    return stat ? [[Number(name), stat] as const] : [];
  }));
  const sum = (of: number): number => {
    const own = all.get(of)?.ticks ?? 0;
    return own + [...all].filter(([, { parent }]) => parent === of).reduce((total, [child]) => total + sum(child), 0);
  };
  return (sum(pid) * 1000) / TICKS;
}

function statOf(pid: string): { parent: number; ticks: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return { parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((total, one) => total + Number(one), 0) };
  } catch {
    return null;
  }
}
