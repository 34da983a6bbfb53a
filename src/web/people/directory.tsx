/** The directory: units on the left, people of the chosen one, and the person beside them. */
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import EllipsisOutlined from '@ant-design/icons/EllipsisOutlined';
import { Button, Drawer, Dropdown } from 'antd';
import { useState } from 'react';
import { type PersonItem, personApi } from '#people/person.api.ts';
import { roleApi } from '#people/role.api.ts';
import { type UnitPage, unitApi } from '#people/unit.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import type { Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { useIsPhone } from '#web/look/phone.ts';
import { peopleWords } from '#web/people/people.words.ts';
import { personColumns } from '#web/people/person-columns.tsx';
import { NewPersonDialog } from '#web/people/person-dialogs.tsx';
import { PersonView } from '#web/people/person-page.tsx';
import { PhoneSearch } from '#web/people/phone-search.tsx';
import { NewUnitDialog } from '#web/people/unit-form.tsx';
import { UnitView } from '#web/people/unit-page.tsx';
import { treeIn, UnitTree } from '#web/people/unit-tree.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/people/people.css';
import '#web/people/roles.css';

const views: View[] = [
  { key: 'here', said: peopleWords.inOffice, query: {} },
  { key: 'left', said: peopleWords.left, query: { left: 'true' } },
];

export function Directory() {
  const phone = useIsPhone();
  const { search } = usePlace();
  return (
    <Watermark fills>
      <div className="directory">
        {!phone && <UnitTree />}
        <div className="directory-main">{search.on ? <ThatDay day={search.on} /> : <People />}</div>
      </div>
    </Watermark>
  );
}

function People() {
  const t = useWords(peopleWords);
  const { search } = usePlace();
  const may = useMay();
  const filters = useFilters();
  const unit = useRead(unitApi.one, search.unit ? { params: { id: search.unit } } : undefined);
  const sees = may('account.manage') || may('post.grant');
  const fixed: Record<string, string> = search.unit
    ? { unitId: search.unit, below: 'true' }
    : search.tree
      ? { tree: treeIn(search.tree) }
      : {};
  return (
    <ListPage<PersonItem>
      name="people"
      title={(search.unit && unit.data?.shortName) || t('title')}
      route={personApi.list}
      fixed={fixed}
      views={views}
      filters={filters}
      columns={sees ? personColumns : personColumns.filter((column) => column.key !== 'account')}
      rowId={(person) => person.id}
      to={(person) => `/people/${person.id}`}
      pane={(id) => <PersonView id={id} />}
      actions={<Tools unit={search.unit ? unit.data : undefined} />}
      empty={{ title: t('empty'), how: t('emptyHow') }}
    />
  );
}

function useFilters(): Filter[] {
  const say = useSaid();
  const roles = useRead(roleApi.list, {});
  const options = (roles.data?.items ?? []).map(({ code, name }) => ({ value: code, label: say(name) }));
  return [
    { kind: 'words', key: 'q', said: peopleWords.search },
    { kind: 'choice', key: 'role', said: peopleWords.role, options },
  ];
}

type Open = 'no' | 'tree' | 'phone' | 'new' | 'unit';

function Tools({ unit }: { unit: UnitPage | undefined }) {
  const t = useWords(peopleWords);
  const may = useMay();
  const phone = useIsPhone();
  const { go, search } = usePlace();
  const [open, setOpen] = useState<Open>('no');
  const close = () => setOpen('no');
  return (
    <div className="directory-tools">
      {phone && (
        <Button icon={<ApartmentOutlined />} aria-label={t('chooseUnit')} onClick={() => setOpen('tree')}>
          {t('units')}
        </Button>
      )}
      {unit && <Button onClick={() => go(`/people/units/${unit.id}`)}>{t('unitPage')}</Button>}
      {may('people.manage') && (
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('newPerson')}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(may('people.manage') ? [{ key: 'unit', label: t('newUnit'), onClick: () => setOpen('unit') }] : []),
            { key: 'phone', label: t('byPhone'), onClick: () => setOpen('phone') },
            { key: 'roles', label: t('roles'), onClick: () => go('/people/roles') },
          ],
        }}
      >
        <Button icon={<EllipsisOutlined />} aria-label={t('more')} title={t('more')} />
      </Dropdown>
      <Drawer placement="left" size={320} open={open === 'tree'} onClose={close} title={t('chooseUnit')}>
        <UnitTree onChoose={close} />
      </Drawer>
      {open === 'unit' && <NewUnitDialog tree={unit?.tree ?? treeIn(search.tree)} above={unit} onClose={close} />}
      {open === 'phone' && <PhoneSearch onClose={close} />}
      {open === 'new' && <NewPersonDialog unit={unit ? { id: unit.id, name: unit.shortName } : null} onClose={close} />}
    </div>
  );
}

/** The people of a day that is not today stand on their unit's page. */
function ThatDay({ day }: { day: string }) {
  const t = useWords(peopleWords);
  const times = useTimes();
  const { search } = usePlace();
  if (search.unit) return <UnitView id={search.unit} on={day} />;
  return <Empty title={t('asOfDay', { day: times.exact(`${day}T00:00:00+08:00`) })} how={t('asOfHow')} />;
}
