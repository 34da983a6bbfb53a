/** Granting a post: a role in a unit from a day on. What the role may do, and what it cannot be held with, stands there in words. */
import { Alert, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import type { PersonPage } from '#people/person.api.ts';
import { postApi } from '#people/post.api.ts';
import { type Role, roleApi } from '#people/role.api.ts';
import { reachWords, sortWords, treeWords } from '#people/role.ts';
import { OFFICIAL } from '#people/roles.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { postWords } from '#web/people/post.words.ts';
import { VerbList } from '#web/people/verb-list.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = { role: string; unitId: Picked; title?: string; from: Dayjs; to?: Dayjs | null; reason?: string };

/** Administrators exclude each other and the business (三员分立): the post of theirs that stands in the way. */
const inTheWay = (person: PersonPage, role: Role) =>
  person.posts.find((post) => post.sort !== role.sort && (post.sort !== 'business' || role.sort !== 'business'));

export function GrantDialog({ person, onClose }: { person: PersonPage; onClose: () => void }) {
  const t = useWords(postWords);
  const say = useSaid();
  const may = useMay();
  const times = useTimes();
  const roles = (useRead(roleApi.list, {}).data?.items ?? []).filter(({ code }) =>
    may(code === OFFICIAL ? 'people.manage' : 'post.grant'),
  );
  const named = (code: string) => roles.find((role) => role.code === code);
  const needed = [{ required: true, message: t('needed') }];
  const day = (value: Dayjs) => value.format('YYYY-MM-DD');
  return (
    <ActionDialog
      title={`${t('grant')} · ${person.name}`}
      how={t('grantHow', { name: person.name })}
      ok={t('grant')}
      width={560}
      initial={{ from: dayjs(times.now()) }}
      route={postApi.grant}
      args={({ role, unitId, title, from, to, reason }: Values, id) => ({
        body: {
          id,
          personId: person.id,
          role,
          unitId: unitId.id,
          title: title?.trim() || null,
          from: day(from),
          to: to ? day(to) : null,
          reason: reason ?? '',
        },
      })}
      done={(_, { role, unitId }) =>
        t('granted', { name: person.name, unit: unitId.name, role: say(named(role)?.name ?? { zh: role, en: role }) })
      }
      changes={['/people', '/units', '/roles']}
      onClose={onClose}
    >
      <Form.Item name="role" label={t('role')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map(({ code, name, sort }) => ({
            value: code,
            label: say(name),
            sort: sort === 'business' ? '' : say(sortWords[sort]),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['role']}>
        {({ getFieldValue }) => {
          const role = named(getFieldValue('role'));
          return role && <RoleSaid person={person} role={role} />;
        }}
      </Form.Item>
      <Form.Item noStyle dependencies={['role']}>
        {({ getFieldValue }) => (
          <Form.Item name="unitId" label={t('unit')} rules={needed}>
            <UnitPick tree={treeFor(named(getFieldValue('role')))} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="title" label={t('office')}>
        <Input maxLength={40} placeholder={t('officeHint')} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="from" label={t('from')} rules={needed}>
          <DatePicker allowClear={false} />
        </Form.Item>
        <Form.Item name="to" label={t('to')} dependencies={['from']}>
          <DatePicker placeholder={t('forGood')} />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={t('remark')}>
        <Input maxLength={500} placeholder={t('remarkHint')} />
      </Form.Item>
    </ActionDialog>
  );
}

/** A role that reaches over units stands in a unit of its own tree. */
const treeFor = (role: Role | undefined) =>
  role && (role.reach === 'closure' || role.reach === 'unit') ? role.tree : 'any';

function RoleSaid({ person, role }: { person: PersonPage; role: Role }) {
  const t = useWords(postWords);
  const say = useSaid();
  const other = inTheWay(person, role);
  const tree = treeFor(role);
  return (
    <div className="role-said">
      {other && <Alert type="warning" showIcon title={t('apart', { name: person.name, held: say(other.roleName) })} />}
      <p>
        {t('reachIs', { reach: say(reachWords[role.reach]) })}
        {tree !== 'any' && ` · ${t('ofTree', { tree: say(treeWords[tree]) })}`}
        {role.totpDemanded && ` · ${t('secondFactor')}`}
      </p>
      <VerbList verbs={role.verbs} />
    </div>
  );
}
