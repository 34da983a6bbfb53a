/** No page at this address, or none for these posts. */
import { Button } from 'antd';
import { permissions } from '#people/permissions.ts';
import { deskWords } from '#web/desk/desk.words.ts';
import type { Page } from '#web/desk/pages.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

function Home() {
  const t = useWords(deskWords);
  return (
    <Go to="/">
      <Button tabIndex={-1}>{t('toMyWork')}</Button>
    </Go>
  );
}

export function NotHere() {
  const t = useWords(deskWords);
  useTitle(t('notHere'));
  return (
    <Empty title={t('notHere')} how={t('notHereHow')}>
      <Home />
    </Empty>
  );
}

export function NotAllowed({ page }: { page: Page }) {
  const t = useWords(deskWords);
  const say = useSaid();
  useTitle(say(page.said));
  const verb = (page.permission ?? []).map((one) => say(permissions[one])).join(' / ');
  return (
    <Empty title={t('notAllowed')} how={t('notAllowedHow', { verb })}>
      <Home />
    </Empty>
  );
}
