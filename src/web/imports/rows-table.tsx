/** The rows that were rejected or noted, with the reasons, a page at a time. */
import { Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { type ImportItem, intakeApi } from '#intake/intake.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useReadPages } from '#web/call/use-read.ts';
import { importWords } from '#web/imports/import.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Kind = 'rejected' | 'noted';

const PAGE = 50;

export function RowsTable({ id, counts }: { id: string; counts: ImportItem['counts'] }) {
  const t = useWords(importWords);
  const say = useSaid();
  const numbers = useNumbers();
  const [kind, setKind] = useState<Kind | ''>('');
  const query = { limit: PAGE, ...(kind && { kind }) };
  const pages = useReadPages(
    intakeApi.rows,
    { id, ...query, of: counts.rejected + counts.noted },
    (cursor) => ({ params: { id }, query: { ...query, ...(cursor && { cursor }) } }),
    (reply) => reply.next,
  );
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (counts.rejected + counts.noted === 0) return null;
  const choose = (
    <Segmented<Kind | ''>
      size="small"
      value={kind}
      onChange={setKind}
      options={[
        { value: '', label: t('allKinds') },
        { value: 'rejected', label: `${t('rejected')} ${numbers.whole(counts.rejected)}` },
        { value: 'noted', label: `${t('noted')} ${numbers.whole(counts.noted)}` },
      ]}
    />
  );
  return (
    <Part title={t('rowsTitle')} action={choose}>
      {pages.error && <Refused refusal={pages.error} again={() => void pages.refetch()} />}
      <div className="import-scroll">
        <table className="import-table import-rows">
          <thead>
            <tr>
              <th>{t('row')}</th>
              <th>{t('state')}</th>
              <th>{t('reasons')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={`${one.row} ${one.kind}`}>
                <th scope="row">{one.row}</th>
                <td>
                  <Tag color={one.kind === 'rejected' ? 'error' : 'warning'}>{t(one.kind)}</Tag>
                </td>
                <td>{one.problems.map((said) => say(said)).join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages.hasNextPage && (
        <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Part>
  );
}
