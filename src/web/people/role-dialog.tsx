/** Making a role of the city's own, perhaps like another, or changing one. */
import { Checkbox, Form, Input, Segmented } from 'antd';
import { type Permission, permissions } from '#people/permissions.ts';
import { type Role, roleApi } from '#people/role.api.ts';
import { reaches, reachWords, sorts, sortWords, trees, treeWords, verbsRefused } from '#people/role.ts';
import { roleWords } from '#web/people/role.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords, type Words } from '#web/words/words.ts';

type Values = Pick<Role, 'name' | 'sort' | 'tree' | 'reach' | 'verbs' | 'totpDemanded'> & { code: string };

type RoleDialogProps = { like?: Role; role?: Role; onClose: () => void };

const begun: Partial<Values> = {
  sort: 'business',
  tree: 'admin',
  reach: 'unit',
  verbs: ['people.read'],
  totpDemanded: false,
};

export function RoleDialog({ like, role, onClose }: RoleDialogProps) {
  const t = useWords(roleWords);
  const say = useSaid();
  const shared = { width: 640, changes: ['/roles', '/people', '/me'], onClose };
  if (role) {
    return (
      <ActionDialog
        {...shared}
        title={`${t('change')} · ${say(role.name)}`}
        how={role.held > 0 ? t('changedFor', { count: role.held }) : undefined}
        ok={t('change')}
        initial={role}
        route={roleApi.change}
        args={({ name, tree, reach, verbs, totpDemanded }: Values, id) => ({
          params: { code: role.code },
          body: { id, version: role.version, name, tree, reach, verbs: fitting(verbs, role.sort), totpDemanded },
        })}
        done={(_reply, { name }) => t('changed', { name: say(name), count: role.held })}
      >
        <Fields sort={role.sort} />
      </ActionDialog>
    );
  }
  return (
    <ActionDialog
      {...shared}
      title={t('make')}
      initial={like ? likeness(like) : begun}
      route={roleApi.make}
      args={({ code, name, sort, tree, reach, verbs, totpDemanded }: Values, id) => ({
        body: { id, code, name, sort, tree, reach, verbs: fitting(verbs, sort), totpDemanded },
      })}
      done={(_reply, { name }) => t('made', { name: say(name) })}
    >
      <Fields />
    </ActionDialog>
  );
}

/** All but its name and code. */
const likeness = ({ sort, tree, reach, verbs, totpDemanded }: Role): Partial<Values> => ({
  sort,
  tree,
  reach,
  verbs,
  totpDemanded,
});

/** Verbs chosen before the sort was changed go with it. */
const fitting = (verbs: readonly Permission[], sort: Role['sort']) => {
  const refused = verbsRefused(sort, verbs);
  return verbs.filter((verb) => !refused.includes(verb));
};

const choices = <T extends string>(values: readonly T[], words: Words, say: ReturnType<typeof useSaid>) =>
  values.map((value) => ({ value, label: say(words[value]!) }));

function Fields({ sort }: { sort?: Role['sort'] }) {
  const t = useWords(roleWords);
  const say = useSaid();
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <>
      <div className="two-fields">
        <Form.Item name={['name', 'zh']} label={t('nameZh')} rules={needed}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name={['name', 'en']} label={t('nameEn')} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      {!sort && (
        <>
          <Form.Item
            name="code"
            label={t('code')}
            extra={t('codeHow')}
            rules={[...needed, { pattern: /^[a-z][a-z0-9_]{1,39}$/, message: t('codeHow') }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="sort" label={t('sort')} required>
            <Segmented options={choices(sorts, sortWords, say)} />
          </Form.Item>
        </>
      )}
      <Form.Item name="reach" label={t('reach')} required>
        <Segmented options={choices(reaches, reachWords, say)} />
      </Form.Item>
      <Form.Item name="tree" label={t('tree')} required>
        <Segmented options={choices(trees, treeWords, say)} />
      </Form.Item>
      <Form.Item noStyle dependencies={['sort']}>
        {({ getFieldValue }) => (
          <Form.Item name="verbs" label={t('verbs')} required>
            <Verbs sort={sort ?? getFieldValue('sort')} />
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="totpDemanded" valuePropName="checked">
        <Checkbox>{t('totp')}</Checkbox>
      </Form.Item>
    </>
  );
}

const groups = [
  ['signals', ['signal.', 'reporter.']],
  ['problems', ['problem.']],
  ['tasks', ['task.']],
  ['rest', ['']],
] as const satisfies [keyof typeof roleWords, string[]][];

/** Each verb under the first group it fits. */
const groupOf = (verb: string) => groups.find(([, begins]) => begins.some((begin) => verb.startsWith(begin)))![0];

type VerbsProps = { sort: Role['sort']; value?: Permission[]; onChange?: (verbs: Permission[]) => void };

/** Only what the sort may hold (三员分立). */
function Verbs({ sort, value = [], onChange }: VerbsProps) {
  const t = useWords(roleWords);
  const say = useSaid();
  const all = fitting(Object.keys(permissions) as Permission[], sort);
  return (
    <div className="verb-groups">
      {groups.map(([group]) => {
        const verbs = all.filter((verb) => groupOf(verb) === group);
        const others = value.filter((verb) => !verbs.includes(verb));
        return (
          verbs.length > 0 && (
            <fieldset key={group}>
              <legend>{t(group)}</legend>
              <Checkbox.Group<Permission>
                value={value}
                options={verbs.map((verb) => ({ value: verb, label: say(permissions[verb]) }))}
                onChange={(chosen) => onChange?.([...others, ...chosen])}
              />
            </fieldset>
          )
        );
      })}
    </div>
  );
}
