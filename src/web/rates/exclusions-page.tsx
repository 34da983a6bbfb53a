/** Exclusions: what units ask, what reviewers decide, with the whole trail of each. */
import { useState } from 'react';
import { contents } from '#triage/callback/callback.ts';
import { type ExclusionItem, exclusionApi } from '#triage/rate/exclusion.api.ts';
import { type ExclusionStep, grounds, states, steps } from '#triage/rate/exclusion.ts';
import { useRead } from '#web/call/use-read.ts';
import type { Column, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { Go } from '#web/place/go.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { rateWords as words } from '#web/rates/rate.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { solvedWords } from '#web/signals/reply-fields.tsx';
import { Received } from '#web/signals/signal-columns.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

function Grounded({ of }: { of: ExclusionItem }) {
  const say = useSaid();
  return (
    <>
      <strong>{say(grounds[of.ground])}</strong> <span className="faint">{of.words}</span>
    </>
  );
}

const columns: Column<ExclusionItem>[] = [
  {
    key: 'number',
    said: words.number,
    width: 148,
    phone: 'line',
    render: ({ signal }) => <span className="figures faint">{signal.number}</span>,
  },
  { key: 'ground', said: words.ground, locked: true, phone: 'title', render: (one) => <Grounded of={one} /> },
  { key: 'unit', said: words.unit, width: 130, phone: 'line', render: ({ unit }) => unit.name },
  {
    key: 'state',
    said: words.state,
    width: 130,
    phone: 'side',
    render: ({ state }) => <StateTag state={states[state]} />,
  },
  { key: 'asked', said: words.answeredAt, width: 130, render: ({ askedAt }) => <Received at={askedAt} /> },
];

const views: View[] = [
  { key: 'open', said: words.toDecide, query: { open: 'true' } },
  { key: 'all', said: words.allOnes, query: {} },
];

export function ExclusionsPage() {
  const t = useWords(words);
  return (
    <ListPage<ExclusionItem>
      name="exclusions"
      title={t('exclusions')}
      route={exclusionApi.list}
      views={views}
      columns={columns}
      rowId={({ id }) => id}
      to={({ signal }) => `/signals/${signal.id}`}
      pane={(id) => <ExclusionPane id={id} />}
      empty={{ title: t('noExclusions'), how: t('noExclusionsHow') }}
    />
  );
}

function ExclusionPane({ id }: { id: string }) {
  const t = useWords(words);
  const say = useSaid();
  const times = useTimes();
  const [step, setStep] = useState<ExclusionStep>();
  const read = useRead(exclusionApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('noExclusions')}>
      {(one) => (
        <ThingPage
          number={one.signal.number}
          title={one.signal.title}
          state={states[one.state]}
          actions={
            <ThingActions<ExclusionStep>
              buttons={one.buttons}
              steps={steps}
              order={['grant', 'refuse', 'allow', 'uphold', 'appeal', 'withdraw']}
              danger={[]}
              run={Object.fromEntries(Object.keys(steps).map((name) => [name, () => setStep(name as ExclusionStep)]))}
            />
          }
        >
          <Facts
            of={[
              [t('unit'), one.unit.name],
              [t('ground'), say(grounds[one.ground])],
              [t('askedBy'), `${one.askedBy} · ${times.near(one.askedAt)}`],
              [t('said'), <SaidWords key="said" of={one} />],
            ]}
          />
          <Part title={t('why')} action={<Go to={`/signals/${one.signal.id}`}>{t('wholeSignal')}</Go>}>
            <p className="verbatim">{one.words}</p>
          </Part>
          {one.trail.length > 0 && (
            <Part title={t('trail')}>
              <ol className="signal-replies">
                {one.trail.map((done) => (
                  <li key={done.at + done.step}>
                    <p>
                      <strong>{say(steps[done.step])}</strong>{' '}
                      <span className="faint">
                        {done.by} {times.near(done.at)}
                      </span>
                    </p>
                    <p className="verbatim">{done.words}</p>
                  </li>
                ))}
              </ol>
            </Part>
          )}
          {step && (
            <ActionDialog
              title={say(steps[step])}
              route={exclusionApi.decide}
              args={({ reason }: { reason: string }, decision) => ({
                params: { id },
                body: { id: decision, version: one.version, step, words: reason },
              })}
              done={() => t('decided', { what: say(steps[step]) })}
              changes={['/rates', '/exclusions']}
              onClose={() => setStep(undefined)}
            >
              <ReasonItem label={t('words_')} />
            </ActionDialog>
          )}
        </ThingPage>
      )}
    </ReadThing>
  );
}

function SaidWords({ of: { said } }: { of: ExclusionItem }) {
  const t = useWords(words);
  const say = useSaid();
  if (!said) return null;
  if (!said.reached) return <>{t('notReached')}</>;
  const mark = said.satisfied === 1 ? 2 : said.satisfied;
  const content = Object.values(contents).find((one) => one.mark === mark);
  const parts = [
    said.contacted !== null && t(said.contacted ? 'contacted' : 'notContacted'),
    said.solved && say(solvedWords[said.solved]),
    content && say({ zh: content.zh, en: content.en }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
