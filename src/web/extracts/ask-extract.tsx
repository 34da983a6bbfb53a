/** Beside the list of signals: asking for what it shows with identities. */
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import { Button, Checkbox, Form, Input } from 'antd';
import { extractApi } from '#extract/extract.api.ts';
import { columns, type ExtractColumn } from '#extract/extract.ts';
import { signalApi } from '#signal/signal.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { extractWords } from '#web/extracts/extract.words.ts';
import type { Query } from '#web/list/list.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/extracts/extracts.css';

export function AskExtract({ query }: { query: Query }) {
  const t = useWords(extractWords);
  // In the address: the page of exports leads here with the form open.
  const { search, setSearch } = usePlace();
  return (
    <>
      <Button
        type="text"
        icon={<IdcardOutlined />}
        aria-label={t('ask')}
        title={t('ask')}
        onClick={() => setSearch({ ask: '1' }, true)}
      />
      {search.ask && <AskDialog query={query} onClose={() => setSearch({ ask: undefined })} />}
    </>
  );
}

type Values = { purpose: string; columns: ExtractColumn[] };

function AskDialog({ query, onClose }: { query: Query; onClose: () => void }) {
  const t = useWords(extractWords);
  const say = useSaid();
  const numbers = useNumbers();
  const count = useRead(signalApi.count, { query }).data;
  return (
    <ActionDialog<typeof extractApi.ask, Values>
      title={t('ask')}
      ok={t('askOk')}
      how={
        <>
          {count && t('askHow', { count: numbers.count(count) })} <Go to="/extracts">{t('earlier')}</Go>
        </>
      }
      initial={{ columns: [] }}
      route={extractApi.ask}
      args={(values, id) => ({ body: { ...values, id, filter: query } })}
      done={() => t('asked')}
      leads={() => '/extracts'}
      changes={['/extracts']}
      onClose={onClose}
    >
      <Form.Item
        name="columns"
        label={t('columns')}
        extra={t('columnsHow')}
        rules={[{ required: true, type: 'array', min: 1, message: t('needed') }]}
      >
        <Checkbox.Group
          className="extract-columns"
          options={Object.entries(columns).map(([value, said]) => ({ value, label: say(said) }))}
        />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('purpose')}
        extra={t('purposeHow')}
        rules={[{ required: true, whitespace: true, min: 6, message: t('purposeNeeded') }]}
      >
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </ActionDialog>
  );
}
