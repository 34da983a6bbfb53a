/** The city's name and whether it is for training, also before anybody is signed in: the server writes it into the page as data. */
import type { Said } from '#platform/problem.ts';
import { slug } from '#web/place/place.ts';
import { useSaid } from '#web/words/words.ts';

type City = { name: Said; training: boolean };

function readCity(): City {
  try {
    return JSON.parse(document.getElementById('city')?.textContent ?? '') as City;
  } catch {
    return { name: { zh: slug, en: slug }, training: false }; // served by Vite alone
  }
}

const { name, training } = readCity();

export const isTraining = training;

export const useCityName = (): string => useSaid()(name);
