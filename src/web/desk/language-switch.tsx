/** 中文 or English, at once and for the next time. */
import { Button } from 'antd';
import { deskWords } from '#web/desk/desk.words.ts';
import { chooseLanguage, useLanguage, useWords } from '#web/words/words.ts';

/** `onChoice` also tells the server, where somebody is signed in. */
export function LanguageSwitch({ onChoice }: { onChoice?: (language: 'zh' | 'en') => void }) {
  const t = useWords(deskWords);
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  const choose = () => {
    chooseLanguage(other);
    onChoice?.(other);
  };
  return (
    <Button type="text" onClick={choose} aria-label={t('languageLabel')} lang={other === 'en' ? 'en' : 'zh-CN'}>
      {t('language')}
    </Button>
  );
}
