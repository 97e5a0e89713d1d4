import { useState, type FormEvent } from 'react';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Line } from '../parts/fields.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import type { Chapter, Review } from './use-review.ts';

interface RenameProps {
  chapter: Chapter['chapter'];
  /** The section of the passage that is looked at. */
  section: string | null;
  review: Review;
  onClose: () => void;
}

/** Another title for a chapter or one of its sections. */
export function RenameWindow({ chapter, section, review, onClose }: RenameProps) {
  const targets = [...chapter.sections.map(({ id, title }) => ({ id, label: `Section: ${title}`, title })), { id: chapter.id, label: `Chapter: ${chapter.title}`, title: chapter.title }];
  const first = targets.find(({ id }) => id === section) ?? targets.at(-1)!;
  const [target, setTarget] = useState(first.id);
  const [title, setTitle] = useState(first.title);
  const old = targets.find(({ id }) => id === target)!;
  const isSame = title.trim() === '' || title.trim() === old.title;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (isSame) return;
    onClose();
    void review.correct({ kind: 'rename', target: target === chapter.id ? 'chapter' : 'section', id: target, to: title.trim() }, 'Renamed.');
  };
  return (
    <Window title="Rename" open onClose={onClose}>
      <form onSubmit={save}>
        <Choice label="What" value={target} options={targets} onChange={(id) => {
          setTarget(id);
          setTitle(targets.find((one) => one.id === id)!.title);
        }} />
        <Line label="Title" value={title} onChange={setTitle} focused />
        <Answers>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="go" type="submit" isDisabled={isSame}>Rename</Button>
        </Answers>
      </form>
    </Window>
  );
}
