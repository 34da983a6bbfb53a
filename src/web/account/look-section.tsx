/** Language, light and dark, single keys. */
import { Segmented, Switch } from 'antd';
import { accountWords } from '#web/account/account.words.ts';
import { Section } from '#web/account/section.tsx';
import { useKeepLanguage } from '#web/desk/me.ts';
import { ModeSwitch } from '#web/desk/mode-switch.tsx';
import { useCell } from '#web/place/cell.ts';
import { singleKeysCell } from '#web/place/keys.ts';
import { chooseLanguage, type Language, useLanguage, useWords } from '#web/words/words.ts';

export function LookSection() {
  const t = useWords(accountWords);
  const language = useLanguage();
  const keep = useKeepLanguage();
  const single = useCell(singleKeysCell);
  const choose = (chosen: Language) => {
    chooseLanguage(chosen);
    keep(chosen);
  };
  return (
    <Section title={t('look')}>
      <div className="choices">
        <Segmented<Language>
          value={language}
          onChange={choose}
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <ModeSwitch />
        <span className="line">
          <Switch id="single-keys" size="small" checked={single} onChange={(on) => singleKeysCell.set(on)} />
          <label htmlFor="single-keys">{t('singleKeys')}</label>
          <span className="faint">{t('singleKeysHow')}</span>
        </span>
      </div>
    </Section>
  );
}
