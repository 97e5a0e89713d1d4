import { markingWords, type Vocabulary } from '../../db/model/marking.ts';
import { Choice } from './choice.tsx';
import { Lines, Suggest } from './fields.tsx';

/** A vocabulary that was not chosen has no name of its own. */
const ANY = 'any';
const VOCABULARIES: { id: Vocabulary | typeof ANY; label: string }[] = [
  { id: ANY, label: 'Words of many offices' }, { id: 'uk', label: 'United Kingdom' }, { id: 'eu', label: 'European Union' }, { id: 'de', label: 'Germany' },
  { id: 'us', label: 'United States' }, { id: 'tlp', label: 'Traffic Light Protocol' }, { id: 'own', label: 'My own words' },
];

export interface MarkingSource {
  vocabulary?: Vocabulary | undefined;
  ownMarkings?: string[] | undefined;
}

const NO_VOCABULARY: MarkingSource = {};

/** The words that offices use; anything else may be typed. They are put on by the user, and mean what the user's office means. */
export function MarkingField({ value, onChange, from = NO_VOCABULARY, label = 'Marking (user-applied)' }: { value: string; onChange: (value: string) => void; from?: MarkingSource; label?: string }) {
  return <Suggest label={label} value={value} onChange={onChange} suggestions={markingWords(from).map(({ word }) => word)} maxLength={120} placeholder="None" />;
}

/** From which words markings are taken. Its order says which of two is the higher. */
export function VocabularyField({ from, onChange }: { from: MarkingSource; onChange: (from: MarkingSource, typed: boolean) => void }) {
  const chosen = from.vocabulary ?? ANY;
  return (
    <>
      <Choice
        label="Vocabulary of markings" value={chosen} options={VOCABULARIES}
        onChange={(id) => onChange({ ...from, vocabulary: id === ANY ? undefined : (id as Vocabulary) }, false)}
      />
      {chosen === 'own' && (
        <Lines
          label="My words, the lowest first, one a line" rows={3} value={(from.ownMarkings ?? []).join('\n')} maxLength={4000}
          onChange={(text) => onChange({ ...from, ownMarkings: text === '' ? [] : text.split('\n').slice(0, 40).map((word) => word.slice(0, 120)) }, true)}
        />
      )}
    </>
  );
}
