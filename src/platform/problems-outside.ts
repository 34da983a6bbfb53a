/** The catalogue's part about ways out of the desk. */
import type { Entry } from '#platform/problems.ts';

export const outsideProblems = {
  channel_not_open: [
    409,
    '这个渠道还没有开通，请系统管理员在“对外连接”里设置',
    'This channel is not open yet; the system administrator sets it under Connections',
  ],
  address_missing: [
    409,
    '您在这个渠道还没有登记并确认地址，请先到“我的账号”登记',
    'You have no confirmed address in this channel; set one under My account first',
  ],
  address_unreadable: [422, '不像这个渠道的地址，请核对', 'This does not look like an address of this channel'],
  address_code_wrong: [422, '验证码不对', 'Wrong code'],
  address_code_over: [
    422,
    '验证码已过期或试错太多次，请重新发送',
    'The code is over or was tried too often; send another',
  ],
} as const satisfies Record<string, Entry>;
