/** How far somebody's account is, in word and colour. */
import type { AccountView } from '#people/account.api.ts';
import type { StateWords } from '#rules/steps.ts';
import { StateTag } from '#web/show/state-tag.tsx';

export const accountStates: Record<AccountView['state'], StateWords> = {
  none: { zh: '未开通', en: 'None', tone: 'off' },
  invited: { zh: '待激活', en: 'Invited', tone: 'wait' },
  active: { zh: '已启用', en: 'Active', tone: 'done' },
  disabled: { zh: '已停用', en: 'Disabled', tone: 'off' },
};

export const AccountTag = ({ state }: { state: AccountView['state'] }) => <StateTag state={accountStates[state]} />;
