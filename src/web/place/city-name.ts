/** The city's name, also before anybody is signed in: the server writes it into the page as data. */
import type { Said } from '#platform/problem.ts';
import { slug } from '#web/place/place.ts';
import { useSaid } from '#web/words/words.ts';

function readName(): Said {
  try {
    const { name } = JSON.parse(document.getElementById('city')?.textContent ?? '') as { name: Said };
    return name;
  } catch {
    return { zh: slug, en: slug }; // served by Vite alone
  }
}

const name = readName();

export const useCityName = (): string => useSaid()(name);
