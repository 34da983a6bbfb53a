/** The main menu: what this person's posts open, in the order of the working day. */

import { deskWords } from '#web/desk/desk.words.ts';
import { mayOpen, useMe } from '#web/desk/me.ts';
import type { Page } from '#web/desk/pages.ts';
import { pages } from '#web/pages.ts';
import { Go } from '#web/place/go.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Listed = Page & { menu: NonNullable<Page['menu']> };

export function useMenu(): Listed[] {
  const me = useMe();
  return pages
    .filter((page): page is Listed => page.menu !== undefined && mayOpen(me, page))
    .sort((a, b) => a.menu.place - b.menu.place);
}

export function Menu({ items, onGo }: { items: readonly Listed[]; onGo?: () => void }) {
  const say = useSaid();
  const t = useWords(deskWords);
  return (
    <nav className="menu" aria-label={t('menu')}>
      <ul>
        {items.map(({ path, said, menu: { icon: Icon } }) => (
          <li key={path}>
            <Go to={path} onClick={onGo} title={say(said)}>
              <Icon />
              <span className="one-line">{say(said)}</span>
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}
