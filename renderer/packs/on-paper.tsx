import { useState } from 'react';
import { Choice } from '../parts/choice.tsx';
import { Day, Line, Lines, Toggle } from '../parts/fields.tsx';
import { MarkingField, VocabularyField } from '../parts/marking-field.tsx';
import { PaneGroup } from '../parts/panes.tsx';
import { useSelected } from '../parts/store.ts';
import type { PackHead, PackSession } from './session.ts';

const LANGUAGES = [
  { id: 'en', label: 'English' }, { id: 'de', label: 'German' }, { id: 'fr', label: 'French' }, { id: 'id', label: 'Indonesian' }, { id: 'ja', label: 'Japanese' },
  { id: 'km', label: 'Khmer' }, { id: 'fil', label: 'Filipino' }, { id: 'th', label: 'Thai' }, { id: 'vi', label: 'Vietnamese' },
];
const PAPERS = [{ id: 'A4', label: 'A4' }, { id: 'Letter', label: 'Letter' }];
const NOTES = [{ id: 'foot', label: 'At the foot of the page' }, { id: 'end', label: 'At the end of each item' }];
const SWITCHES = [
  { field: 'duplex', label: 'Printed on both sides' }, { field: 'largePrint', label: 'Large print, 16 points' }, { field: 'blackAndWhite', label: 'Black and white' },
  { field: 'acronyms', label: 'List of acronyms' }, { field: 'names', label: 'Index of names' },
] as const;

/** What stands on the cover and on every page, and on which paper. */
export function OnPaper({ session }: { session: PackSession }) {
  const head = useSelected(session.store, (state) => state.head);
  const type = (field: keyof PackHead) => (value: string): void => session.editHead({ [field]: value }, true);
  const choose = (field: keyof PackHead) => (value: string): void => session.editHead({ [field]: value });
  const languages = LANGUAGES.some(({ id }) => id === head.language) ? LANGUAGES : [...LANGUAGES, { id: head.language, label: head.language }];
  return (
    <>
      <PaneGroup title="On paper">
        <Line label="Title" value={head.title} onChange={type('title')} />
        <Line label="Subtitle" value={head.subtitle} onChange={type('subtitle')} />
        <MarkingField value={head.marking} onChange={type('marking')} from={head} />
        <VocabularyField from={{ vocabulary: head.vocabulary, ownMarkings: head.ownMarkings }} onChange={(from, typed) => session.editHead(from, typed)} />
        <Line label="Prepared for" value={head.preparedFor} onChange={type('preparedFor')} />
        <Line label="Prepared by" value={head.preparedBy} onChange={type('preparedBy')} />
        <Day label="Date" value={head.date} onChange={type('date')} />
        <Line label="Place" value={head.place} onChange={type('place')} />
        <CopiesField copies={head.copies} onChange={(copies) => session.editHead({ copies }, true)} />
      </PaneGroup>
      <PaneGroup title="Pages">
        <Choice label="Paper" value={head.paper} onChange={choose('paper')} options={PAPERS} />
        <Choice label="Notes" value={head.notes} onChange={choose('notes')} options={NOTES} />
        <Choice label="Language" value={head.language} onChange={choose('language')} options={languages} />
        {SWITCHES.map(({ field, label }) => <Toggle key={field} label={label} on={head[field] === true} onChange={(on) => session.editHead({ [field]: on ? true : undefined })} />)}
      </PaneGroup>
    </>
  );
}

/** Names, one a line; a line without a name is nobody's copy. */
function namesIn(text: string): string[] {
  return text.split('\n').map((name) => name.slice(0, 200)).filter((name) => name.trim() !== '').slice(0, 500);
}

/** Who gets a copy. The field keeps an empty line while a name is about to be typed into it; the pack does not. */
function CopiesField({ copies, onChange }: { copies: readonly string[]; onChange: (copies: string[]) => void }) {
  const [typed, setTyped] = useState('');
  const written = copies.join('\n');
  const type = (text: string): void => {
    setTyped(text);
    if (namesIn(text).join('\n') !== written) onChange(namesIn(text));
  };
  return <Lines label="Copies for, one name a line" rows={2} value={namesIn(typed).join('\n') === written ? typed : written} maxLength={20_000} onChange={type} />;
}
