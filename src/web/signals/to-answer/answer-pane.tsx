/** One reporter to be answered: whom to call, what was said, what came of it, and the answer written down on the spot. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { signalApi } from '#signal/signal.api.ts';
import { states, type Way } from '#signal/signal.ts';
import { deskApi, type SignalPage } from '#views/desk.api.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMe } from '#web/desk/me.ts';
import { keptDraft } from '#web/place/draft.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Marks } from '#web/signals/marks.tsx';
import { titleFrom } from '#web/signals/proposed-title.ts';
import { Replies } from '#web/signals/replies.tsx';
import { ReplyAdvice } from '#web/signals/reply-advice.tsx';
import { CallBackDialog, ContactDialog } from '#web/signals/reply-dialogs.tsx';
import { WayItem } from '#web/signals/reply-fields.tsx';
import { ReporterPart } from '#web/signals/reporter-part.tsx';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { Outcome } from '#web/signals/to-answer/outcome.tsx';
import { toAnswerWords } from '#web/signals/to-answer/to-answer.words.ts';
import { TemplatePick } from '#web/templates/template-pick.tsx';
import { Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

export function AnswerPane({ id, next }: { id: string; next: () => void }) {
  const read = useRead(deskApi.signal, { params: { id } });
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  return read.data ? <Shown signal={read.data} next={next} /> : null;
}

function Shown({ signal, next }: { signal: SignalPage; next: () => void }) {
  const t = useWords({ ...signalPageWords, ...toAnswerWords });
  const { go } = usePlace();
  const [dialog, setDialog] = useState<'contact' | 'callBack'>();
  const close = () => setDialog(undefined);
  return (
    <ThingPage
      number={signal.number}
      title={signal.title || titleFrom(signal)}
      state={states[signal.state]}
      due={signal.due}
      marks={<Marks of={signal} />}
      actions={
        <fieldset className="thing-actions">
          <Button onClick={() => setDialog('contact')} title={t('notReachedHow')}>
            {t('notReached')}
          </Button>
          {signal.answers.length > 0 && <Button onClick={() => setDialog('callBack')}>{t('callBack')}</Button>}
          <Button type="link" onClick={() => go(`/signals/${signal.id}`)}>
            {t('whole')}
          </Button>
        </fieldset>
      }
    >
      <ReporterPart signal={signal} />
      <Part title={t('said')}>
        <p className="verbatim">{signal.words}</p>
      </Part>
      {signal.problem && <Outcome problemId={signal.problem.id} />}
      <AnswerPart signal={signal} next={next} />
      <Replies signal={signal} />
      {dialog === 'contact' && <ContactDialog signal={signal} reached={false} onClose={close} />}
      {dialog === 'callBack' && <CallBackDialog signal={signal} onClose={close} />}
    </ThingPage>
  );
}

type Values = { way: Way; words: string };

const isText = (found: unknown): found is string => typeof found === 'string';

/** What is written stays while another reporter is looked at. */
function AnswerPart({ signal, next }: { signal: SignalPage; next: () => void }) {
  const t = useWords({ ...signalPageWords, ...toAnswerWords });
  const [form] = Form.useForm<Values>();
  const [decision] = useState(newId);
  const draft = keptDraft<string>(`answer:${signal.id}`, useMe().person.id, isText);
  const verb = useVerb(signalApi.answer, { shows: true, done: () => t('saved') });
  const submit = async (values: Values) => {
    const outcome = await verb.run({
      params: { id: signal.id },
      body: { ...values, id: decision, version: signal.version },
    });
    if ('refusal' in outcome) layOnForm(form, outcome.refusal);
    else {
      draft.forget();
      next();
    }
  };
  return (
    <Part title={t('answer')}>
      {verb.refusal?.body.code !== 'malformed' && <Refused refusal={verb.refusal} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ way: 'phone', words: draft.read() }}
        onValuesChange={(_, { words }) => draft.write(words)}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        <WayItem />
        <TemplatePick signal={signal} />
        <Form.Item
          name="words"
          label={t('wordsSaid')}
          rules={[{ required: true, whitespace: true, message: t('needed') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} placeholder={t('answerHint')} />
        </Form.Item>
        <ReplyAdvice signal={signal} />
        <Button type="primary" htmlType="submit" loading={verb.running}>
          {t('save')}
        </Button>
      </Form>
    </Part>
  );
}
