/** What can be done with an entry: published, changed, confirmed, withdrawn. */
import { Form } from 'antd';
import { useState } from 'react';
import { addDays, dayOf } from '#clock/day.ts';
import { type KnowledgeShown, knowledgeApi } from '#knowledge/knowledge.api.ts';
import { type KnowledgeStep, REVIEW_DAYS, steps } from '#knowledge/knowledge.ts';
import { newId } from '#platform/ids.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { knowledgeWords } from '#web/knowledge/knowledge.words.ts';
import { ChangeDialog } from '#web/knowledge/write-dialogs.tsx';
import { DayPick } from '#web/pick/day-pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const changes = ['/knowledge', '/my-work'];

export function KnowledgeActions({ entry }: { entry: KnowledgeShown }) {
  const t = useWords(knowledgeWords);
  const times = useTimes();
  const [asked, setAsked] = useState<'write' | 'confirm' | 'withdraw' | null>(null);
  const publish = useVerb(knowledgeApi.publish, { changes, done: () => t('published') });
  const { id, version } = entry;
  const close = () => setAsked(null);
  return (
    <>
      <ThingActions<KnowledgeStep>
        buttons={entry.buttons}
        steps={steps}
        order={entry.due ? ['confirm', 'write', 'publish'] : ['publish', 'write', 'confirm']}
        danger={['withdraw']}
        calm={!entry.waits && !entry.due}
        run={{
          publish: () => void publish.run({ params: { id }, body: { id: newId(), version } }),
          write: () => setAsked('write'),
          confirm: () => setAsked('confirm'),
          withdraw: () => setAsked('withdraw'),
        }}
      />
      {asked === 'write' && <ChangeDialog entry={entry} onClose={close} />}
      {asked === 'confirm' && (
        <ActionDialog
          title={t('confirm')}
          how={t('confirmHow')}
          initial={{ reviewOn: addDays(dayOf(times.now()), REVIEW_DAYS) }}
          route={knowledgeApi.confirm}
          args={({ reviewOn }: { reviewOn: string }, decision) => ({
            params: { id },
            body: { id: decision, version, reviewOn },
          })}
          done={(_, { reviewOn }) => t('confirmed', { day: times.date(reviewOn) })}
          changes={changes}
          onClose={close}
        >
          <Form.Item name="reviewOn" label={t('reviewOn')} rules={[{ required: true, message: t('needed') }]}>
            <DayPick />
          </Form.Item>
        </ActionDialog>
      )}
      {asked === 'withdraw' && (
        <ActionDialog
          title={t('withdraw')}
          how={t('withdrawHow')}
          danger
          route={knowledgeApi.withdraw}
          args={({ reason }: { reason: string }, decision) => ({
            params: { id },
            body: { id: decision, version, reason },
          })}
          done={() => t('withdrawn')}
          changes={changes}
          onClose={close}
        >
          <ReasonItem />
        </ActionDialog>
      )}
    </>
  );
}
