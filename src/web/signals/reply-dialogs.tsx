/** Small decisions towards the reporter: contact, answer, call-back; and taking a disposition back. */
import { Form, Input } from 'antd';
import type { SignalItem } from '#signal/signal.api.ts';
import { signalApi } from '#signal/signal.api.ts';
import { steps, type Way, ways } from '#signal/signal.ts';
import { ReplyAdvice } from '#web/signals/reply-advice.tsx';
import {
  CallBackFields,
  type CallBackValues,
  callBackOf,
  ReachedItem,
  solvedWords,
  WayItem,
} from '#web/signals/reply-fields.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { type OfSignal, TemplatePick } from '#web/templates/template-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export type OnSignal = {
  /** `follows`: the reporter reads answers by a code. */
  signal: Pick<SignalItem, 'id' | 'version' | 'title' | 'words' | 'place' | 'matter'> &
    OfSignal & {
      follows?: boolean;
      due?: { dueAt: string } | null;
    };
  onDone?: () => void;
  onClose: () => void;
};

type Contact = { way: Way; reached: boolean; words?: string };

export function ContactDialog({
  signal,
  reached: initially = true,
  onDone,
  onClose,
}: OnSignal & { reached?: boolean }) {
  const t = useWords(signalPageWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof signalApi.contact, Contact>
      title={say(steps.contact)}
      how={t('contactHow')}
      initial={{ way: 'phone', reached: initially }}
      route={signalApi.contact}
      args={({ way, reached, words = '' }, id) => ({
        params: { id: signal.id },
        body: { id, version: signal.version, way, reached, words },
      })}
      done={(_, { way, reached }) =>
        t('contacted', { how: `${say(ways[way])} ${reached ? t('reached') : t('notReached')}` })
      }
      onDone={() => onDone?.()}
      onClose={onClose}
    >
      <WayItem />
      <ReachedItem />
      <Form.Item name="words" label={t('remark')}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </ActionDialog>
  );
}

type Answer = { way: Way; words: string };

export function AnswerDialog({ signal, onDone, onClose }: OnSignal) {
  const t = useWords(signalPageWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof signalApi.answer, Answer>
      title={say(steps.answer)}
      width={560}
      {...(signal.follows && { how: t('answerFollowed') })}
      initial={{ way: signal.follows ? 'public' : 'phone' }}
      route={signalApi.answer}
      args={(values, id) => ({ params: { id: signal.id }, body: { ...values, id, version: signal.version } })}
      done={() => t('answeredDone')}
      onDone={() => onDone?.()}
      onClose={onClose}
    >
      <WayItem />
      <TemplatePick signal={signal} />
      <Form.Item
        name="words"
        label={t('wordsSaid')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input.TextArea rows={5} maxLength={2_000} placeholder={t('answerHint')} autoFocus />
      </Form.Item>
      <ReplyAdvice signal={signal} />
    </ActionDialog>
  );
}

export function CallBackDialog({ signal, onDone, onClose }: OnSignal) {
  const t = useWords(signalPageWords);
  const say = useSaid();
  const said = ({ reached, solved }: CallBackValues) =>
    !reached ? t('notReached') : solved ? say(solvedWords[solved]) : t('reached');
  return (
    <ActionDialog<typeof signalApi.callBack, CallBackValues>
      title={say(steps.callBack)}
      initial={{ reached: true }}
      route={signalApi.callBack}
      args={(values, id) => ({
        params: { id: signal.id },
        body: { ...callBackOf(values), id, version: signal.version },
      })}
      done={(_, values) => t('calledBack', { how: said(values) })}
      onDone={() => onDone?.()}
      onClose={onClose}
    >
      <CallBackFields />
    </ActionDialog>
  );
}

export function RestoreDialog({ signal, onClose }: OnSignal) {
  const t = useWords(signalPageWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof signalApi.restore, { reason: string }>
      title={say(steps.restore)}
      how={t('restoreHow')}
      route={signalApi.restore}
      args={({ reason }, id) => ({ params: { id: signal.id }, body: { id, version: signal.version, reason } })}
      done={() => t('restored')}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input.TextArea rows={2} maxLength={2_000} autoFocus />
      </Form.Item>
    </ActionDialog>
  );
}
