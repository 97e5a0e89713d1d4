/** Drawn on a grid of 16, with a line of 1.5: each says one thing, and stands beside a word or has a label. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4 14 14',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  check: 'M3 8.5l3.2 3.2L13 4.6',
  down: 'M4 6l4 4 4-4',
  left: 'M10 3.5L5.5 8l4.5 4.5',
  right: 'M6 3.5L10.5 8 6 12.5',
  up: 'M4 10l4-4 4 4',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  note: 'M3 2.500h10v8l-3 3H3zM10 13.500v-3h3',
  sliders: 'M2.5 5h6M12 5h1.500M10 3.200v3.600M2.5 11h2M8 11h5.500M6 9.200v3.6',
  import: 'M8 2.500v7.500M4.8 7L8 10.2 11.2 7M2.5 13h11',
  folder: 'M2.5 4h4l1.500 2h5.500v7h-11z',
  copy: 'M5.5 5.500h8v8h-8zM10.5 5.500v-3h-8v8h3',
  print: 'M4.5 6V2.500h7V6M4.5 11.500h-2V6h11v5.500h-2M4.5 9.500h7v4h-7z',
  trash: 'M2.5 4.500h11M6 4.500v-2h4v2M4 4.500l.7 9h6.600l.7-9',
  page: 'M4 2.500h5.500L12.5 5.500v8H4z',
  undo: 'M6 4L2.800 7.200 6 10.400M3 7.200h6.500a3.500 3.500 0 0 1 0 7H7',
  redo: 'M10 4l3.200 3.200L10 10.400M13 7.200H6.500a3.500 3.500 0 0 0 0 7H9',
  bold: 'M4.500 3h4.200a2.400 2.400 0 0 1 0 4.800H4.500zM4.500 7.800h4.900a2.600 2.600 0 0 1 0 5.200H4.500z',
  italic: 'M7 3h5M4 13h5M9.500 3l-3 10',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.200M8 11.700h.01',
} as const;

export type IconName = keyof typeof PATHS | 'grip' | 'letter' | 'more';

/** A small picture that says nothing to a screen reader: the words beside it do. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size / 16 + 'em'} height={size / 16 + 'em'} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      {name === 'grip' && [4, 8, 12].flatMap((y) => [6, 10].map((x) => <circle key={`${x}/${y}`} cx={x} cy={y} r="0.9" fill="currentColor" stroke="none" />))}
      {name === 'more' && [3.5, 8, 12.5].map((x) => <circle key={x} cx={x} cy={8} r="1.25" fill="currentColor" stroke="none" />)}
      {name === 'letter' && <path d="M1.5 12.5 4.6 4h.800l3.1 8.500M2.7 9.500h4.600M14 8v4.500M14 10.200c0-1.4-.8-2.2-1.9-2.200s-1.9.9-1.9 2.2.8 2.3 1.9 2.3 1.9-.9 1.9-2.300Z" />}
      {name !== 'grip' && name !== 'letter' && name !== 'more' && <path d={PATHS[name]} />}
    </svg>
  );
}
