/** Chooses any node of the tree of categories by part of its path; a duty may be a whole branch's. */
import { Select } from 'antd';
import { categoryApi } from '#triage/category/category.api.ts';
import { pathWords } from '#triage/category/category.ts';
import { useRead } from '#web/call/use-read.ts';
import { dutyWords } from '#web/duty/duty.words.ts';
import { useWords } from '#web/words/words.ts';

type CategoryPickProps = {
  id?: string;
  value?: string | null;
  onChange?: (id: string | null) => void;
  label?: string;
};

/** Every part that is typed stands somewhere in the path. */
const fits = (typed: string, path: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => path.toLowerCase().includes(part));

export function CategoryPick({ id, value, onChange, label }: CategoryPickProps) {
  const t = useWords(dutyWords);
  const items = useRead(categoryApi.names, {}).data?.items ?? [];
  const nodes = new Map(items.map((item) => [item.id, item]));
  const options = items
    .map((item) => ({ value: item.id, label: pathWords(nodes, item.id) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
  return (
    <Select<string>
      {...(id ? { id } : { 'aria-label': label ?? t('category') })}
      className="pick"
      style={{ width: '100%' }}
      placeholder={label ?? t('category')}
      value={value ?? null}
      options={options}
      allowClear
      showSearch={{ filterOption: (typed, option) => fits(typed, String(option?.label ?? '')) }}
      onChange={(chosen) => onChange?.(chosen ?? null)}
    />
  );
}
