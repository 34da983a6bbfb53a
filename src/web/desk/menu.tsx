/** The main menu: what this person's posts open, in the order of the working day. */
import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { useLocation } from '@tanstack/react-router';
import { Fragment } from 'react';
import { deskWords } from '#web/desk/desk.words.ts';
import { mayOpen, useMe } from '#web/desk/me.ts';
import type { Page } from '#web/desk/pages.ts';
import { pages } from '#web/pages.ts';
import { Go } from '#web/place/go.tsx';
import { base } from '#web/place/place.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Listed = Page & { menu: NonNullable<Page['menu']> };

export function useMenu(): Listed[] {
  const me = useMe();
  return pages
    .filter((page): page is Listed => page.menu !== undefined && mayOpen(me, page))
    .sort((a, b) => a.menu.place - b.menu.place);
}

/** The entry that the page belongs to: of `/signals` and `/signals/new` the longer one that fits. */
function useCurrent(items: readonly Listed[]): string | undefined {
  const { pathname } = useLocation();
  const now = (pathname.startsWith(base) ? pathname.slice(base.length) : pathname).replace(/\/$/, '') || '/';
  const fits = items.map(({ path }) => path).filter((path) => now === path || now.startsWith(`${path}/`));
  return fits.sort((a, b) => b.length - a.length)[0];
}

type MenuProps = { items: readonly Listed[]; onGo?: () => void };

export function Menu({ items, onGo }: MenuProps) {
  const t = useWords(deskWords);
  return (
    <nav className="menu" aria-label={t('menu')}>
      <ul>
        <MenuLinks items={items} as="li" {...(onGo && { onGo })} />
      </ul>
    </nav>
  );
}

/** On the phone: the first few at the foot, the rest behind “more”. */
export function Foot({ items, onMore }: { items: readonly Listed[]; onMore: () => void }) {
  const t = useWords(deskWords);
  return (
    <nav className="desk-foot" aria-label={t('menu')}>
      <MenuLinks items={items.filter(({ menu }) => menu.onPhone).slice(0, AT_FOOT)} />
      <button type="button" onClick={onMore}>
        <MoreOutlined aria-hidden />
        <span>{t('more')}</span>
      </button>
    </nav>
  );
}

const AT_FOOT = 4;

function MenuLinks({ items, as: Around = Fragment, onGo }: MenuProps & { as?: 'li' | typeof Fragment }) {
  const say = useSaid();
  const current = useCurrent(items);
  return items.map(({ path, said, menu: { icon: Icon } }) => (
    <Around key={path}>
      <Go to={path} exact onClick={onGo} title={say(said)} aria-current={path === current ? 'page' : undefined}>
        <Icon />
        <span className="one-line">{say(said)}</span>
      </Go>
    </Around>
  ));
}
