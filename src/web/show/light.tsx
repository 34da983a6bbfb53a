/** The traffic light of a milestone or limit: each colour has a shape and a word of its own. */
import { useWords, type Words } from '#web/words/words.ts';
import '#web/show/tone.css';

export type LightColour = 'green' | 'yellow' | 'red';

const words = {
  green: { zh: '正常', en: 'On time' },
  yellow: { zh: '临近', en: 'Due soon' },
  red: { zh: '超期', en: 'Late' },
} as const satisfies Words;

const looks = {
  green: { tone: 'done', shape: <circle cx="6" cy="6" r="4.5" /> },
  yellow: { tone: 'warn', shape: <path d="M6 1 11.500 10.500H.5z" /> },
  red: { tone: 'danger', shape: <path d="M1.500 1.500h9v9h-9z" /> },
} as const;

/** `said` replaces the usual word, where more can be said: “超期 2 天”. */
export function Light({ colour, said }: { colour: LightColour; said?: string }) {
  const t = useWords(words);
  const { tone, shape } = looks[colour];
  return (
    <span className={`light tone-${tone}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true">
        {shape}
      </svg>
      {said ?? t(colour)}
    </span>
  );
}
