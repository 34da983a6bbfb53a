/** Who is signed in, by which posts; appearance, account, keys, signing out. */
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { awayCell, useMayDelegate } from '#web/delegation/away-cell.ts';
import { delegationWords } from '#web/delegation/delegation.words.ts';
import { deskWords } from '#web/desk/desk.words.ts';
import { keyHelpCell } from '#web/desk/key-help.tsx';
import { LanguageSwitch } from '#web/desk/language-switch.tsx';
import { useKeepLanguage, useMe, useSignOut } from '#web/desk/me.ts';
import { ModeSwitch } from '#web/desk/mode-switch.tsx';
import { Go } from '#web/place/go.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function UserMenu() {
  const t = useWords(deskWords);
  const me = useMe();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      content={<UserCard onGo={() => setOpen(false)} />}
    >
      <Button type="text" className="user-button" aria-label={`${t('user')} · ${me.person.name}`} aria-expanded={open}>
        <span className="user-mark" aria-hidden>
          {me.person.name.slice(0, 1)}
        </span>
        <span className="user-name">{me.person.name}</span>
      </Button>
    </Popover>
  );
}

function UserCard({ onGo }: { onGo: () => void }) {
  const t = useWords(deskWords);
  const say = useSaid();
  const me = useMe();
  const signOut = useSignOut();
  const tAway = useWords(delegationWords);
  const mayDelegate = useMayDelegate();
  const keepLanguage = useKeepLanguage();
  return (
    <div className="user-card">
      <p className="user-who">
        <strong>{me.person.name}</strong> <span className="faint">{me.login}</span>
      </p>
      <ul className="user-posts" aria-label={t('posts')}>
        {me.posts.map((post) => (
          <li key={post.id}>
            {say(post.roleName)} <span className="faint">{post.unit.shortName}</span>
          </li>
        ))}
      </ul>
      <ModeSwitch />
      <span className="only-phone">
        <LanguageSwitch onChoice={keepLanguage} />
      </span>
      <Go className="user-line" to="/account" onClick={onGo}>
        {t('account')}
        <small className="faint">{t('accountHint')}</small>
      </Go>
      {mayDelegate && (
        <button
          type="button"
          className="user-line"
          onClick={() => {
            onGo();
            awayCell.set(true);
          }}
        >
          {tAway('away')}
          <small className="faint">{tAway('awayHint')}</small>
        </button>
      )}
      <button
        type="button"
        className="user-line"
        onClick={() => {
          onGo();
          keyHelpCell.set(true);
        }}
      >
        {t('keys')} <kbd>?</kbd>
      </button>
      <button type="button" className="user-line" onClick={signOut}>
        {t('signOut')}
      </button>
    </div>
  );
}
