/** The frame of pages without the desk: mark, city, one thing to do, and what must not be entered. */
import type { PropsWithChildren } from 'react';
import { deskWords } from '#web/desk/desk.words.ts';
import { LanguageSwitch } from '#web/desk/language-switch.tsx';
import { TrainingBanner } from '#web/desk/training-banner.tsx';
import markUrl from '#web/look/mark.svg';
import { useCityName } from '#web/place/city-name.ts';
import { useTitle } from '#web/place/title.ts';
import { useWords } from '#web/words/words.ts';
import '#web/sign-in/bare.css';

export function Bare({ title, how, children }: PropsWithChildren<{ title: string; how?: string }>) {
  const t = useWords(deskWords);
  const city = useCityName();
  useTitle(title);
  return (
    <>
      <TrainingBanner />
      <div className="bare">
        <header className="bare-top">
          <img src={markUrl} alt="" width="28" height="28" />
          <strong>{t('product')}</strong>
          <span className="quiet">{city}</span>
          <LanguageSwitch />
        </header>
        <main className="bare-card">
          <h1>{title}</h1>
          {how && <p className="quiet">{how}</p>}
          {children}
        </main>
        <footer className="bare-foot">{t('classifiedLong')}</footer>
      </div>
    </>
  );
}
