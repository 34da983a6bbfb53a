/** Words prepared for answers, by channel. */
import { Button } from 'antd';
import { useState } from 'react';
import { channelApi, type Template } from '#signal/channel.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { templateWords } from '#web/templates/template.words.ts';
import { CloseDialog, WriteDialog } from '#web/templates/template-dialogs.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/templates/template.css';

type Dialog = { what: 'write'; template?: Template } | { what: 'close'; template: Template };

export function TemplatesPage() {
  const t = useWords(templateWords);
  const [dialog, setDialog] = useState<Dialog>();
  const read = useRead(channelApi.templates, { query: {} });
  const channels = useRead(channelApi.list, {}).data?.items ?? [];
  useTitle(t('title'));
  const close = () => setDialog(undefined);
  return (
    <ReadThing read={read} gone={t('none')}>
      {({ items }) => (
        <article className="desk-page templates">
          <header>
            <p className="quiet">
              <Go to="/knowledge">{t('knowledge')}</Go>
            </p>
            <h1>{t('title')}</h1>
            <p className="quiet">{t('how')}</p>
            <Button type="primary" onClick={() => setDialog({ what: 'write' })}>
              {t('add')}
            </Button>
          </header>
          {items.length === 0 && <Empty title={t('none')} how={t('noneHow')} />}
          <ul>
            {items.map((template) => (
              <Line
                key={template.id}
                template={template}
                channel={channels.find(({ id }) => id === template.channelId)?.name ?? t('every')}
                ask={setDialog}
              />
            ))}
          </ul>
          {dialog?.what === 'write' && (
            <WriteDialog {...(dialog.template && { template: dialog.template })} onClose={close} />
          )}
          {dialog?.what === 'close' && <CloseDialog template={dialog.template} onClose={close} />}
        </article>
      )}
    </ReadThing>
  );
}

type LineProps = { template: Template; channel: string; ask: (dialog: Dialog) => void };

function Line({ template, channel, ask }: LineProps) {
  const t = useWords(templateWords);
  const times = useTimes();
  const { name, words, changedBy, changedAt } = template;
  return (
    <li>
      <p className="template-head">
        <strong>{name}</strong>
        <span className="quiet">{channel}</span>
        <span className="faint">{t('by', { by: changedBy, when: times.near(changedAt) })}</span>
        <span className="template-do">
          <Button size="small" type="text" onClick={() => ask({ what: 'write', template })}>
            {t('edit')}
          </Button>
          <Button size="small" type="text" danger onClick={() => ask({ what: 'close', template })}>
            {t('close')}
          </Button>
        </span>
      </p>
      <p className="verbatim">{words}</p>
    </li>
  );
}
