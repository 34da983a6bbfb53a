/** The main menu: what this person's posts open, in the order of the working day. */
import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { useLocation } from '@tanstack/react-router';
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

/** What stands under one heading: pages from this place on. The day's own work comes first and needs none. */
const sections = [
  { from: 0, said: null },
  { from: 20, said: deskWords.aboutSignals },
  { from: 30, said: deskWords.aboutProblems },
  { from: 50, said: deskWords.aboutResults },
  { from: 60, said: deskWords.aboutSettings },
] as const;

/** A short menu is read at a glance; headings would only lengthen it. */
const HEADED_FROM = 9;

export function Menu({ items, onGo }: MenuProps) {
  const t = useWords(deskWords);
  const say = useSaid();
  const headed = items.length >= HEADED_FROM;
  return (
    <nav className="menu" aria-label={t('menu')}>
      {sections.map(({ from, said }, n) => {
        const to = sections[n + 1]?.from ?? Number.POSITIVE_INFINITY;
        const mine = items.filter(({ menu: { place } }) => place >= from && place < to);
        if (mine.length === 0) return null;
        return (
          <section key={from} aria-label={said ? say(said) : undefined}>
            {headed && said && (
              <p className="menu-head" aria-hidden>
                <span>{say(said)}</span>
              </p>
            )}
            <ul>
              {mine.map((page) => (
                <li key={page.path}>
                  <MenuLink page={page} among={items} {...(onGo && { onGo })} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** On the phone: the first few at the foot, the rest behind “more”. */
export function Foot({ items, onMore }: { items: readonly Listed[]; onMore: () => void }) {
  const t = useWords(deskWords);
  const atFoot = items.filter(({ menu }) => menu.onPhone).slice(0, AT_FOOT);
  return (
    <nav className="desk-foot" aria-label={t('menu')}>
      {atFoot.map((page) => (
        <MenuLink key={page.path} page={page} among={atFoot} />
      ))}
      <button type="button" onClick={onMore}>
        <MoreOutlined aria-hidden />
        <span>{t('more')}</span>
      </button>
    </nav>
  );
}

const AT_FOOT = 4;

function MenuLink({ page, among, onGo }: { page: Listed; among: readonly Listed[]; onGo?: () => void }) {
  const say = useSaid();
  const current = useCurrent(among);
  const { path, said } = page;
  const Icon = page.menu.icon;
  return (
    <Go to={path} exact onClick={onGo} title={say(said)} aria-current={path === current ? 'page' : undefined}>
      <Icon />
      <span className="one-line">{say(said)}</span>
    </Go>
  );
}
