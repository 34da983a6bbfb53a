/** Chooses a category by part of its path: 噪音, or 城管 噪音. All of them are few enough to be read at once. */
import { Select } from 'antd';
import { categoryApi } from '#triage/category/category.api.ts';
import { foldName, leavesOf, pathWords } from '#triage/category/category.ts';
import { useRead } from '#web/call/use-read.ts';
import { ownWords } from '#web/triage/triage.words.ts';
import { useWords } from '#web/words/words.ts';

type CategoryPickProps = { id: string; value: string | null; onChange: (id: string | null) => void };

/** Every part that is typed stands somewhere in the path. */
export const fitsPath = (typed: string, path: string): boolean =>
  typed.split(/\s+/).every((part) => foldName(path).includes(foldName(part)));

export function CategoryPick({ id, value, onChange }: CategoryPickProps) {
  const t = useWords(ownWords);
  const read = useRead(categoryApi.list, { query: {} });
  const items = read.data?.items ?? [];
  const nodes = new Map(items.map((item) => [item.id, item]));
  const options = leavesOf(items).map((leaf) => ({ value: leaf.id, label: pathWords(nodes, leaf.id) }));
  return (
    <Select<string>
      id={id}
      className="triage-pick"
      value={value}
      options={options}
      loading={read.isPending}
      allowClear
      showSearch={{ filterOption: (typed, option) => fitsPath(typed, String(option?.label ?? '')) }}
      notFoundContent={<span className="quiet">{t('noCategories')}</span>}
      onChange={(chosen) => onChange(chosen ?? null)}
    />
  );
}
