/** What asks a program to end: Ctrl+C, a system that shuts down, a terminal that is closed. */
export const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
