/** Beside the title: save the view, choose columns, take the list away as a file. */
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import PushpinOutlined from '@ant-design/icons/PushpinOutlined';
import TableOutlined from '@ant-design/icons/TableOutlined';
import { Button, Checkbox, Form, Input, Popover } from 'antd';
import { useState } from 'react';
import type { CallOf, Route } from '#platform/api.ts';
import { newId } from '#platform/ids.ts';
import { saveFile } from '#web/call/save-file.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { tell } from '#web/desk/notices.ts';
import type { Columns } from '#web/list/columns.ts';
import type { ListPageProps, Query } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import { savedViews } from '#web/list/saved-views.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type ListToolsProps<Row> = Pick<ListPageProps<Row>, 'name' | 'file'> & { query: Query; columns: Columns<Row> };

export function ListTools<Row>({ name, file, query, columns }: ListToolsProps<Row>) {
  return (
    <div className="list-tools">
      <SaveView name={name} query={query} />
      <ChooseColumns columns={columns} />
      {file && <TakeFile file={file} query={query} />}
      {file?.more?.(query)}
    </div>
  );
}

function SaveView({ name, query }: { name: string; query: Query }) {
  const t = useWords(listWords);
  const { setSearch } = usePlace();
  const [open, setOpen] = useState(false);
  const save = ({ title }: { title: string }) => {
    const view = { key: newId(), said: { zh: title, en: title }, query };
    const kept = savedViews(name);
    kept.set([...kept.get(), view]);
    setSearch({ view: view.key });
    setOpen(false);
    tell(t('saved', { name: title }));
  };
  const form = (
    <Form layout="inline" onFinish={save}>
      <Form.Item
        name="title"
        label={t('saveName')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input maxLength={20} />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('save')}
      </Button>
    </Form>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={form}
      destroyOnHidden
    >
      <Button type="text" icon={<PushpinOutlined />} aria-label={t('save')} title={t('save')} />
    </Popover>
  );
}

function ChooseColumns<Row>({ columns }: { columns: Columns<Row> }) {
  const t = useWords(listWords);
  const say = useSaid();
  const list = (
    <div className="list-columns">
      {columns.all.map((column) => (
        <Checkbox
          key={column.key}
          checked={columns.shown.includes(column)}
          disabled={column.locked ?? false}
          onChange={() => columns.toggle(column.key)}
        >
          {say(column.said)}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={columns.reset}>
        {t('columnsAgain')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={list}>
      <Button type="text" icon={<TableOutlined />} aria-label={t('columns')} title={t('columns')} />
    </Popover>
  );
}

function TakeFile({ file, query }: { file: { route: Route; name: string }; query: Query }) {
  const t = useWords(listWords);
  const take = useVerb(file.route, { changes: [], done: () => t('filed', { name: file.name }) });
  const run = async () => {
    const outcome = await take.run({ query } as unknown as CallOf<Route>);
    if ('reply' in outcome) saveFile(outcome.reply as unknown as Blob, file.name);
  };
  return (
    <Button
      type="text"
      icon={<DownloadOutlined />}
      loading={take.running}
      aria-label={t('file')}
      title={t('file')}
      onClick={run}
    />
  );
}
