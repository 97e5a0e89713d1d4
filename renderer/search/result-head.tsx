import { useState } from 'react';
import type { SearchRoute } from '../app/router.ts';
import { useCommand, useServices } from '../app/services.ts';
import { Button } from '../parts/button.tsx';
import { Line } from '../parts/fields.tsx';
import { Icon } from '../parts/icon.tsx';
import { Actions } from '../parts/menu.tsx';
import { Answers, Window } from '../parts/overlay.tsx';
import { count, quoted } from '../parts/words.ts';
import { exactQuery } from './exact-query.ts';
import { INTO_PACK, packItemOf } from './kept-search.ts';
import type { SearchAnswer } from './use-search.ts';
import styles from './result-head.module.css';

/** The search as a sentence, and what can be done with all of it. */
export function ResultHead({ sentence, route, answer }: { sentence: string; route: SearchRoute; answer: SearchAnswer }) {
  const { packs, commands } = useServices();
  const [saving, setSaving] = useState(false);
  useCommand('save-search', () => setSaving(true));
  const act = (id: string): void => {
    if (id === 'save') setSaving(true);
    else if (id === 'help') commands.run('search-help');
    else void packs.addFound(packItemOf(route), answer.total);
  };
  return (
    <div className={styles['head']}>
      <div className={styles['line']}>
        <h1 className={styles['sentence']}>{sentence}</h1>
        {route.query !== '' && <span className={styles['query']}>“{route.query}”</span>}
        <Actions
          label="This search" onAction={act}
          items={[{ id: 'save', label: 'Save search…', icon: 'check' }, { id: 'pack', label: `Add its ${answer.total > INTO_PACK ? `best ${INTO_PACK} passages` : count(answer.total, 'passage')} to the pack`, icon: 'plus', disabled: answer.total === 0 }, { id: 'help', label: 'How to search', icon: 'search', apart: true }]}
        >
          <Button look="quiet">This search<Icon name="down" size={12} /></Button>
        </Actions>
      </div>
      <DidYouMean route={route} answer={answer} />
      <Window title="Save this search" open={saving} onClose={() => setSaving(false)}>
        {saving && <SaveForm route={route} proposal={[sentence.replace(/^(No|[\d,]+) /, ''), route.query && `“${route.query}”`].filter(Boolean).join(': ')} onClose={() => setSaving(false)} />}
      </Window>
    </div>
  );
}

/** Where the query was read otherwise than typed: how, and the way back to the exact spelling. */
function DidYouMean({ route, answer }: { route: SearchRoute; answer: SearchAnswer }) {
  const { router } = useServices();
  if (answer.notice === null && answer.changed.length === 0) return null;
  const exact = exactQuery(route.query, answer.changed);
  return (
    <p className={styles['notice']}>
      {answer.notice ?? `Showing passages for ${answer.changed.map(({ to }) => `“${to}”`).join(' and ')}.`}
      {exact !== null && <Button look="quiet" onPress={() => router.go({ ...route, query: exact, selected: null })}>Search for {exact} as typed</Button>}
    </p>
  );
}

function SaveForm({ route, proposal, onClose }: { route: SearchRoute; proposal: string; onClose: () => void }) {
  const { client, notices } = useServices();
  const [name, setName] = useState(proposal.charAt(0).toUpperCase() + proposal.slice(1));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        client('desk.saveSearch', { name: name.trim(), query: route.query, choice: route.choice, report: route.report, where: route.where }).then(() => notices.done(`Saved ${quoted(name.trim())}.`), notices.failed);
      }}
    >
      <Line label="Name" value={name} onChange={setName} maxLength={200} focused />
      <Answers>
        <Button onPress={onClose}>Cancel</Button>
        <Button look="go" type="submit" isDisabled={name.trim() === ''}>Save</Button>
      </Answers>
    </form>
  );
}
