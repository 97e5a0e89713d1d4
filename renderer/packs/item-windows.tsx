import { LONGEST_REMARK } from '../../db/contract/pack-items.ts';
import type { PackItem } from '../../db/model/pack.ts';
import { FiguresWindow } from './figures-window.tsx';
import type { MarkingSource } from '../parts/marking-field.tsx';
import { showsPassages, takesRemark, without, worded } from './item-changes.ts';
import { ItemPaperWindow } from './item-paper-window.tsx';
import { PointsWindow } from './points-window.tsx';
import type { Row } from './session.ts';
import type { NamedSource } from './sources.ts';
import { TrimWindow } from './trim-window.tsx';
import { WordsWindow } from './words-window.tsx';

/** What is open for an item. */
export interface OpenWindow {
  key: string;
  what: 'edit' | 'trim' | 'remark' | 'retitle' | 'caption' | 'paper';
}

interface ItemWindowsProps {
  row: Row;
  what: OpenWindow['what'];
  sources: readonly NamedSource[];
  /** The pack's vocabulary of markings. */
  from: MarkingSource;
  /** @param field what is typed into, null for a change that is a step of its own */
  onChange: (item: PackItem, field: string | null) => void;
  onClose: () => void;
}

/** The windows in which an item is worked on. */
export function ItemWindows({ row: { item }, what, sources, from, onChange, onClose }: ItemWindowsProps) {
  const change = (changed: PackItem): void => onChange(changed, null);
  if (what === 'trim') return showsPassages(item) ? <TrimWindow item={item} onChange={change} onClose={onClose} /> : null;
  if (what === 'paper') return takesRemark(item) ? <ItemPaperWindow item={item} from={from} onDone={change} onClose={onClose} /> : null;
  if (what === 'retitle') {
    if (!showsPassages(item)) return null;
    const { title } = item;
    return (
      <WordsWindow
        short title="Title on paper" label="Title" words={title ?? ''} maxLength={500} onClose={onClose} onDone={(words) => change(words.trim() === '' ? without(item, 'title') : { ...item, title: words })}
        said="Left empty, the item goes by the report’s own heading."
      />
    );
  }
  if (what === 'remark') {
    return (
      <WordsWindow
        title="Remark in the margin" label="Remark" words={'remark' in item ? (item.remark ?? '') : ''} maxLength={LONGEST_REMARK} onClose={onClose} onDone={(words) => change(worded(item, 'remark', words))}
        said="Your own words, printed in the margin beside the item. Left empty, nothing is printed."
      />
    );
  }
  if (what === 'caption') {
    return (
      <WordsWindow
        title="Words below the picture" label="Words" words={item.kind === 'picture' ? (item.caption ?? '') : ''} maxLength={2000} onClose={onClose} onDone={(words) => change(worded(item, 'caption', words))}
        said="Left empty, the report’s own words stand there."
      />
    );
  }
  if (item.kind === 'points') return <PointsWindow item={item} sources={sources} onChange={onChange} onClose={onClose} />;
  if (item.kind === 'figures') return <FiguresWindow item={item} onChange={onChange} onClose={onClose} />;
  return null;
}
