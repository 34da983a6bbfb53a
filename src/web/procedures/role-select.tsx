/** Chooses a post of business by its role. */
import { Select } from 'antd';
import { roleApi } from '#people/role.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

function useOptions() {
  const say = useSaid();
  const read = useRead(roleApi.list, {});
  const roles = (read.data?.items ?? []).filter(({ sort }) => sort === 'business');
  return roles.map(({ code, name }) => ({ value: code, label: say(name) }));
}

export function RoleSelect({ value, onChange }: { value: string | null; onChange: (code: string) => void }) {
  const t = useWords(procedureWords);
  return <Select value={value} aria-label={t('role')} onChange={onChange} options={useOptions()} />;
}

export function RolesSelect({ value = [], onChange }: { value?: string[]; onChange?: (codes: string[]) => void }) {
  const t = useWords(procedureWords);
  return <Select mode="multiple" value={value} aria-label={t('role')} onChange={onChange} options={useOptions()} />;
}
