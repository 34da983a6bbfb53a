/** The decisions on categories: added, renamed, moved, called otherwise, closed and reopened. */
import { DatePicker, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { type CategoryItem, categoryApi } from '#triage/category/category.api.ts';
import { NAME_MAX } from '#triage/category/category.ts';
import { categoryWords } from '#web/categories/category.words.ts';
import { CategoryPick } from '#web/categories/category-pick.tsx';
import type { Tree } from '#web/categories/use-tree.ts';
import { usePlace } from '#web/place/use-place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const changes = ['/categories'];
type About = { tree: Tree; item: CategoryItem; onClose: () => void };

function NameItem() {
  const t = useWords(categoryWords);
  return (
    <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input maxLength={NAME_MAX} autoFocus />
    </Form.Item>
  );
}

function ReasonItem() {
  const t = useWords(categoryWords);
  return (
    <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input maxLength={500} />
    </Form.Item>
  );
}

type Added = { name: string; code?: string; parentId?: string };

export function AddDialog({ tree, above, onClose }: { tree: Tree; above: CategoryItem | null; onClose: () => void }) {
  const t = useWords(categoryWords);
  const { setSearch } = usePlace();
  return (
    <ActionDialog<typeof categoryApi.add, Added>
      title={t('add')}
      {...(above && { initial: { parentId: above.id } })}
      route={categoryApi.add}
      args={({ name, code, parentId }, id) => ({
        body: { id, name, parentId: parentId ?? null, ...(code?.trim() && { code: code.trim() }) },
      })}
      done={({ code }, { name }) => t('added', { name, code })}
      changes={changes}
      onDone={({ id }) => setSearch({ category: id }, true)}
      onClose={onClose}
    >
      <NameItem />
      <Form.Item name="parentId" label={t('parent')}>
        <CategoryPick tree={tree} label={t('parent')} hint={t('top')} />
      </Form.Item>
      <Form.Item name="code" label={t('code')} extra={t('codeHow')}>
        <Input maxLength={40} />
      </Form.Item>
    </ActionDialog>
  );
}

export function RenameDialog({ item, onClose }: About) {
  const t = useWords(categoryWords);
  return (
    <ActionDialog<typeof categoryApi.rename, { name: string }>
      title={`${t('rename')} · ${item.name}`}
      ok={t('rename')}
      initial={{ name: item.name }}
      route={categoryApi.rename}
      args={({ name }, id) => ({ params: { id: item.id }, body: { id, version: item.version, name } })}
      done={(_, { name }) => t('renamed', { name })}
      changes={changes}
      onClose={onClose}
    >
      <NameItem />
    </ActionDialog>
  );
}

export function MoveDialog({ tree, item, onClose }: About) {
  const t = useWords(categoryWords);
  return (
    <ActionDialog<typeof categoryApi.move, { parentId?: string }>
      title={`${t('move')} · ${item.name}`}
      ok={t('move')}
      route={categoryApi.move}
      args={({ parentId }, id) => ({
        params: { id: item.id },
        body: { id, version: item.version, parentId: parentId ?? null },
      })}
      done={(_, { parentId }) =>
        t('moved', { name: item.name, parent: parentId ? (tree.byId.get(parentId)?.name ?? '') : t('top') })
      }
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="parentId" label={t('parent')}>
        <CategoryPick tree={tree} not={item.id} label={t('parent')} hint={t('top')} />
      </Form.Item>
    </ActionDialog>
  );
}

export function AliasDialog({ item, onClose }: About) {
  const t = useWords(categoryWords);
  return (
    <ActionDialog<typeof categoryApi.alias, { words: string }>
      title={`${t('alias')} · ${item.name}`}
      how={t('aliasHow')}
      ok={t('alias')}
      route={categoryApi.alias}
      args={({ words }, id) => ({ params: { id: item.id }, body: { id, version: item.version, words } })}
      done={(_, { words }) => t('aliased', { words, name: item.name })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="words" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={300} autoFocus />
      </Form.Item>
    </ActionDialog>
  );
}

export function CloseDialog({ item, onClose }: About) {
  const t = useWords(categoryWords);
  const times = useTimes();
  return (
    <ActionDialog<typeof categoryApi.close, { from: dayjs.Dayjs; reason: string }>
      title={`${t('close')} · ${item.name}`}
      how={t('closeHow')}
      ok={t('close')}
      danger
      initial={{ from: dayjs(times.now()) }}
      route={categoryApi.close}
      args={({ from, reason }, id) => ({
        params: { id: item.id },
        body: { id, version: item.version, from: from.format('YYYY-MM-DD'), reason },
      })}
      done={(_, { from }) => t('closedDone', { name: item.name, day: times.day(from.format('YYYY-MM-DD')) })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('needed') }]}>
        <DatePicker allowClear={false} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

export function ReopenDialog({ item, onClose }: About) {
  const t = useWords(categoryWords);
  return (
    <ActionDialog<typeof categoryApi.reopen, { reason: string }>
      title={`${t('reopen')} · ${item.name}`}
      ok={t('reopen')}
      route={categoryApi.reopen}
      args={({ reason }, id) => ({ params: { id: item.id }, body: { id, version: item.version, reason } })}
      done={() => t('reopened', { name: item.name })}
      changes={changes}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
