/** A year's arrangement, pasted or from a file; what it would change stands below before it is done. */
import { Button, Form, Input } from 'antd';
import { useRef } from 'react';
import { readArrangement } from '#rules/arrangement-text.ts';
import { calendarApi } from '#rules/calendar.api.ts';
import { calendarWords } from '#web/calendar/calendar.words.ts';
import { PlanView } from '#web/calendar/plan-view.tsx';
import { useRead } from '#web/call/use-read.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { text: string; reason?: string };

const bodyOf = (text: string) => {
  const { year = 0, days } = readArrangement(text);
  return { year, days };
};

export function ImportDialog({ onYear, onClose }: { onYear: (year: number) => void; onClose: () => void }) {
  const t = useWords(calendarWords);
  return (
    <ActionDialog
      title={t('importYear')}
      how={t('importHow')}
      width={640}
      route={calendarApi.importYear}
      args={({ text, reason = '' }: Values, id) => ({ body: { ...bodyOf(text), id, reason } })}
      done={(_, { text }) => t('imported', { year: String(bodyOf(text).year) })}
      changes={['/calendar', '/calendar/missing', '/calendar/years/:year', '/calendar/changes']}
      onDone={(_, { text }) => onYear(bodyOf(text).year)}
      onClose={onClose}
    >
      <Rows />
    </ActionDialog>
  );
}

function Rows() {
  const t = useWords(calendarWords);
  const say = useSaid();
  const form = Form.useFormInstance();
  const file = useRef<HTMLInputElement>(null);
  const text: string = Form.useWatch('text', form) ?? '';
  const { year, days, wrong } = readArrangement(text);
  const whole = year !== undefined && days.length > 0 && wrong.length === 0;
  const plan = useRead(calendarApi.planYear, whole ? { body: { year, days } } : undefined);
  const take = async (chosen: File | undefined) => {
    if (chosen) form.setFieldValue('text', decode(await chosen.arrayBuffer()));
  };
  return (
    <>
      <Form.Item
        name="text"
        label={t('rows')}
        rules={[
          { required: true, message: t('importHow') },
          {
            validator: (_, value) =>
              wrong.length > 0 && value ? Promise.reject(say(wrong[0]!.message)) : Promise.resolve(),
          },
        ]}
      >
        <Input.TextArea
          autoSize={{ minRows: 6, maxRows: 14 }}
          placeholder={'2027-01-01, 休, 元旦\n2027-01-09, 班, 元旦'}
        />
      </Form.Item>
      <p>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,.tsv,.json"
          className="calendar-file"
          tabIndex={-1}
          aria-label={t('file')}
          onChange={({ target }) => void take(target.files?.[0])}
        />
        <Button onClick={() => file.current?.click()}>{t('file')}</Button>{' '}
        {whole && <span className="quiet">{t('read', { year: String(year), count: days.length })}</span>}
      </p>
      {wrong.length > 0 && (
        <ul className="calendar-wrong">
          {wrong.slice(0, 5).map(({ message }) => (
            <li key={message.zh}>{say(message)}</li>
          ))}
        </ul>
      )}
      {whole && <PlanView read={plan} />}
      <Form.Item name="reason" label={t('why')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} />
      </Form.Item>
    </>
  );
}

/** UTF-8, or GB18030 as Excel in China writes a CSV. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
