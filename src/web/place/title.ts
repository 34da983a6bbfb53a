/** The tab's name: what is on the page, first. */
import { useEffect } from 'react';
import { useLanguage } from '#web/words/words.ts';

export function useTitle(title: string): void {
  const product = useLanguage() === 'zh' ? '溯源' : 'Suyuan';
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product;
  }, [title, product]);
}
