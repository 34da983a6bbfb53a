/** The page of channels and integration tokens. */
import ApiOutlined from '@ant-design/icons/ApiOutlined';
import type { Page } from '#web/desk/pages.ts';

export const channelPages: Page[] = [
  {
    path: '/settings/channels',
    said: { zh: '渠道和接口', en: 'Channels and tokens' },
    permission: ['channel.manage'],
    menu: { place: 90, icon: ApiOutlined },
    load: () => import('#web/channels/channels-page.tsx').then((m) => m.ChannelsPage),
  },
];
