/** One line of the duty list, whole or in the right pane; edited while its version is a draft. */
import { Button } from 'antd';
import { useState } from 'react';
import { dutyApi } from '#triage/duty/duty.api.ts';
import { levels, phases } from '#triage/duty/duty.ts';
import type { Reply } from '#web/call/call.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { dutyWords } from '#web/duty/duty.words.ts';
import { ChangeLineDialog, RemoveLineDialog } from '#web/duty/line-dialog.tsx';
import { LeadSaid, leafOf, MatterSaid, UnitSaid } from '#web/duty/unit-said.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Person } from '#web/show/person.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/duty/duty.css';

export function LinePage() {
  const { params } = usePlace();
  return <LineView key={params.id} id={params.id!} />;
}

export function LineView({ id }: { id: string }) {
  const t = useWords(dutyWords);
  const read = useRead(dutyApi.line, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(line) => <Shown line={line} />}
    </ReadThing>
  );
}

function Shown({ line }: { line: Reply<typeof dutyApi.line> }) {
  const t = useWords(dutyWords);
  const say = useSaid();
  const may = useMay();
  const times = useTimes();
  const [asked, setAsked] = useState<'change' | 'remove'>();
  const edits = line.list.phase === 'draft' && may('duty.manage');
  const close = () => setAsked(undefined);
  const title = [leafOf(line.category)?.name, line.matter].filter(Boolean).join(' · ');
  return (
    <ThingPage
      number={`${t('versionOf', { number: line.list.number })} ${t('lineOf', { line: line.line })}`}
      title={title}
      state={phases[line.list.phase]}
      marks={line.withdrawn && <span className="duty-withdrawn">{t('withdrawn')}</span>}
      actions={
        edits && (
          <p className="thing-actions">
            <Button type="primary" onClick={() => setAsked('change')}>
              {t('change')}
            </Button>{' '}
            <Button onClick={() => setAsked('remove')}>{t('remove')}</Button>
          </p>
        )
      }
    >
      <Facts
        of={[
          [t('matter'), <MatterSaid key="matter" line={line} />],
          [t('level'), say(levels[line.level])],
          [t('area'), line.area ? `${line.area.name} ${line.area.code}` : t('wholeCity')],
          [t('lead'), <LeadSaid key="lead" line={line} />],
          [t('assists'), line.assists.length > 0 && line.assists.map((unit) => <UnitSaid key={unit.id} unit={unit} />)],
          [t('basis'), line.basis],
          [t('withdrawn'), line.withdrawn && t('withdrawnHow')],
          [
            t('lastChange'),
            line.changedBy && (
              <>
                <Person name={line.changedBy.name} id={line.changedBy.id} />{' '}
                <time className="faint" dateTime={line.changedAt} title={times.exact(line.changedAt)}>
                  {times.near(line.changedAt)}
                </time>
              </>
            ),
          ],
        ].map(([name, value]) => [name as string, value || null] as const)}
      />
      {!edits && may('duty.manage') && <p className="faint">{t('onlyDraft')}</p>}
      {asked === 'change' && <ChangeLineDialog line={line} onClose={close} />}
      {asked === 'remove' && <RemoveLineDialog line={line} onClose={close} />}
    </ThingPage>
  );
}
