import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isForTerminal, ownArguments, saidLibrary, windowFolder } from '../../../electron/command-line.ts';

describe('the app’s command line', () => {
  it('begins after the program, or after the folder that Electron runs', () => {
    expect(ownArguments(['/opt/attache', 'search', '--', 'coast'], false)).toEqual(['search', '--', 'coast']);
    expect(ownArguments(['/usr/bin/electron', '--no-sandbox', '.', '--library', 'x'], true)).toEqual(['--library', 'x']);
    expect(ownArguments(['/opt/attache'], false)).toEqual([]);
  });

  it.each([[['search', 'x'], true], [['serve'], true], [['--version'], true], [['help'], true], [[], false], [['--library', 'search'], false], [['report.txt'], false], [['toString'], false]] as const)('%j is for the terminal: %s', (own, expected) => {
    expect(isForTerminal(own)).toBe(expected);
  });

  it.each([[['--library', 'here'], '/work/here'], [['--library=../there'], '/there'], [['--x', '--library', '/abs'], '/abs'], [['--library'], null], [['--library='], null], [[], null]] as const)('%j names the library %s', (own, expected) => {
    expect(saidLibrary(own, '/work')).toBe(expected === null ? null : path.resolve(expected));
  });

  it('keeps the windows of two libraries apart, and knows a library again', () => {
    const usual = path.join('data', 'Attache', 'library');
    const folder = (library: string) => windowFolder(library, usual);
    expect(folder(usual)).toBe(path.join('data', 'Attache'));
    expect(folder('/a')).toBe(folder('/a'));
    expect(new Set([folder(usual), folder('/a'), folder('/b')]).size).toBe(3);
    expect(path.dirname(path.dirname(folder('/a')))).toBe(path.join('data', 'Attache'));
  });
});
