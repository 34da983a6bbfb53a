/** The main menu: what this person's posts open, in the order of the working day. */
import DownOutlined from '@ant-design/icons/DownOutlined';
import MoreOutlined from '@ant-design/icons/MoreOutlined';
import UpOutlined from '@ant-design/icons/UpOutlined';
import { useLocation } from '@tanstack/react-router';
import { deskWords } from '#web/desk/desk.words.ts';
import { mayOpen, useMay, useMe } from '#web/desk/me.ts';
import type { Page } from '#web/desk/pages.ts';
import { pages } from '#web/pages.ts';
import { keptCell, useCell } from '#web/place/cell.ts';
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

type MenuProps = { items: readonly Listed[]; folded?: boolean; onGo?: () => void };

/** What stands under one heading: pages from this place on. The day's own work comes first and needs none. */
const sections = [
  { from: 0, said: null },
  { from: 20, said: deskWords.aboutSignals },
  { from: 30, said: deskWords.aboutProblems },
  { from: 50, said: deskWords.aboutResults },
  { from: 60, said: deskWords.aboutSettings },
] as const;

/** A short menu is read at a glance; headings would only lengthen it, and folds hide what could be seen. */
const HEADED_FROM = 9;
const FOLDED_FROM = 13;

/** Sections that this person has unfolded, by the place from which they begin. */
const openCell = keptCell<number[]>('menu-open', [], (found): found is number[] => Array.isArray(found));

/** A long menu shows the places of the day and folds the rest: whoever works there all day finds them without looking. */
export function Menu({ items, folded = false, onGo }: MenuProps) {
  const t = useWords(deskWords);
  const say = useSaid();
  const daily = useDaily();
  const open = useCell(openCell);
  const current = useCurrent(items);
  const headed = items.length >= HEADED_FROM;
  const folds = items.length >= FOLDED_FROM && !folded;
  const isFirst = (page: Listed) => page.menu.place < sections[1].from || (folds && daily(page));
  return (
    <nav className="menu" aria-label={t('menu')}>
      {sections.map(({ from, said }, n) => {
        const to = sections[n + 1]?.from ?? Number.POSITIVE_INFINITY;
        const mine = items.filter((page) =>
          said === null ? isFirst(page) : !isFirst(page) && page.menu.place >= from && page.menu.place < to,
        );
        if (mine.length === 0) return null;
        const here = mine.some(({ path }) => path === current);
        const shown = said === null || !folds || here || open.includes(from);
        return (
          <section key={from} aria-label={said ? say(said) : undefined}>
            {said && folds && (
              <button
                type="button"
                className="menu-head"
                aria-expanded={shown}
                disabled={here}
                onClick={() => openCell.set(shown ? open.filter((one) => one !== from) : [...open, from])}
              >
                {say(said)} {!shown && <span className="figures">{mine.length}</span>}
                {!here && (shown ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />)}
              </button>
            )}
            {said && headed && !folds && (
              <p className="menu-head" aria-hidden>
                <span>{say(said)}</span>
              </p>
            )}
            {shown && (
              <ul>
                {mine.map((page) => (
                  <li key={page.path}>
                    <MenuLink page={page} among={items} {...(onGo && { onGo })} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </nav>
  );
}

/** Is it a place of this person's every day? */
function useDaily(): (page: Listed) => boolean {
  const may = useMay();
  return ({ menu: { daily } }) => daily?.some((permission) => may(permission)) ?? false;
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
