/**
 * A small form for one decision. Its id is made once an opening, so that a double click or a repeated sending is one
 * decision; a refusal lays itself on the fields and leaves what was written.
 *
 *   {open && (
 *     <ActionDialog title={t('assign')} route={triageApi.assign} onClose={close}
 *       args={(values: Values, decision) => ({ params: { id }, body: { ...values, id: decision, version } })}
 *       done={(reply, { unit }) => t('assigned', { unit })}>
 *       <Form.Item name="unitId" label={…}>…</Form.Item>
 *     </ActionDialog>
 *   )}
 */
import { Alert, Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CallOf, Route } from '#platform/api.ts';
import { newId } from '#platform/ids.ts';
import type { Said } from '#platform/problem.ts';
import type { Reply } from '#web/call/call.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { usePlace } from '#web/place/use-place.ts';
import { thingWords } from '#web/thing/thing.words.ts';
import { useWords } from '#web/words/words.ts';

export type ActionDialogProps<R extends Route, V extends object> = {
  title: string;
  /** What the decision brings about, before the fields. */
  how?: ReactNode;
  /** The button's words: the verb itself. Absent: the title. */
  ok?: string;
  danger?: boolean;
  width?: number;
  initial?: Partial<V>;
  route: R;
  args: (values: V, decision: string) => CallOf<R>;
  /** What happened and what comes next, in words. */
  done: (reply: Reply<R>, values: V) => string;
  /** The address of what it made: the words of what happened lead there. */
  leads?: (reply: Reply<R>, values: V) => string;
  changes?: readonly string[];
  onDone?: (reply: Reply<R>, values: V) => void;
  /** Where a refusal's detail asks for more fields. */
  onRefused?: (refusal: Refusal) => void;
  onClose: () => void;
  children?: ReactNode;
};

export function ActionDialog<R extends Route, V extends object>(props: ActionDialogProps<R, V>) {
  const {
    title,
    how,
    ok,
    danger,
    width = 480,
    initial,
    route,
    args,
    done,
    leads,
    changes,
    onDone,
    onRefused,
    onClose,
    children,
  } = props;
  const t = useWords(thingWords);
  const [form] = Form.useForm();
  const { go } = usePlace();
  const [decision] = useState(newId);
  const [loose, setLoose] = useState<Said[]>([]);
  const [reloaded, setReloaded] = useState(false);
  const verb = useVerb(route, {
    shows: true,
    ...(changes && { changes }),
    done: (reply) => done(reply, form.getFieldsValue()),
    ...(leads && {
      action: (reply) => {
        const to = leads(reply, form.getFieldsValue());
        return { words: t('open'), run: () => go(to) };
      },
    }),
  });

  const submit = async (values: V) => {
    setLoose([]);
    const outcome = await verb.run(args(values, decision));
    if ('refusal' in outcome) {
      onRefused?.(outcome.refusal);
      return setLoose(layOnForm(form, outcome.refusal));
    }
    onDone?.(outcome.reply, values);
    onClose();
  };
  /** The page behind reads again and hands over the new version; what was written stays. */
  const afterReload = () => {
    verb.forget();
    setReloaded(true);
  };
  const allLaid = verb.refusal?.body.code === 'malformed' && loose.length === 0;
  return (
    <Modal
      open
      title={title}
      width={width}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={ok ?? title}
      cancelText={t('cancel')}
      okButtonProps={{ danger: danger ?? false }}
      confirmLoading={verb.running}
      mask={{ closable: !verb.running && !form.isFieldsTouched() }}
    >
      {how && <p className="quiet">{how}</p>}
      {!allLaid && <Refused refusal={verb.refusal} loose={loose} onReload={afterReload} />}
      {reloaded && !verb.refusal && <Alert className="refused" type="info" showIcon title={t('reloaded')} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial as Record<string, unknown>}
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {children}
      </Form>
    </Modal>
  );
}
