import { Suggest } from './fields.tsx';

/** Words that offices use; anything else may be typed. They are put on by the user, and mean what the user's office means. */
const USUAL = ['UNCLASSIFIED', 'OFFICIAL', 'FOR OFFICIAL USE ONLY', 'INTERNAL', 'RESTRICTED', 'CONFIDENTIAL', 'EMBARGOED'];

export function MarkingField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return <Suggest label="Marking (user-applied)" value={value} onChange={onChange} suggestions={USUAL} maxLength={120} placeholder="None" />;
}
