/** The bar above every page: where we are, the search box, language, who is signed in. */
import { deskApi } from '#views/desk.api.ts';
import { deskWords } from '#web/desk/desk.words.ts';
import { LanguageSwitch } from '#web/desk/language-switch.tsx';
import { useKeepLanguage, useMe } from '#web/desk/me.ts';
import { SearchBox } from '#web/desk/search-box.tsx';
import { UserMenu } from '#web/desk/user-menu.tsx';
import markUrl from '#web/look/mark.svg';
import { Bell } from '#web/messages/bell.tsx';
import { Go } from '#web/place/go.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function TopBar() {
  const t = useWords(deskWords);
  const say = useSaid();
  const me = useMe();
  const keepLanguage = useKeepLanguage();
  return (
    <header className="desk-top">
      <Go to="/" className="desk-mark" exact>
        <img src={markUrl} alt="" width="24" height="24" />
        <strong>{t('product')}</strong>
        <span className="desk-city">{say(me.city.name)}</span>
      </Go>
      <SearchBox route={deskApi.search} />
      <span className="desk-classified" title={t('classifiedLong')}>
        {t('classified')}
      </span>
      <span className="not-phone">
        <LanguageSwitch onChoice={keepLanguage} />
      </span>
      <Bell />
      <UserMenu />
    </header>
  );
}
