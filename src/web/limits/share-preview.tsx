/** Who is past their share today, and who would be under another rule. */
import { Skeleton } from 'antd';
import type { ShareRule } from '#task/choose.ts';
import { type SharePreview, shareApi } from '#task/share.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { shareWords } from '#web/limits/share.words.ts';
import { Go } from '#web/place/go.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

const SHOWN = 200;

/** @param asked the rule in question; the one in force where `compared` is false */
export function Shares({ asked, compared }: { asked: ShareRule; compared: boolean }) {
  const t = useWords(shareWords);
  const numbers = useNumbers();
  const query = { cap: String(asked.cap), days: String(asked.days) };
  const { data, error, refetch } = useRead(shareApi.preview, { query }, { keep: true });
  if (!data) return error ? <Refused refusal={error} again={() => void refetch()} /> : <Skeleton active />;
  const { units, people, was, would, items } = data;
  const said = { units, people: numbers.whole(people), was: numbers.whole(was), would: numbers.whole(would) };
  return (
    <>
      <p>{t(compared ? 'previewLine' : 'todayLine', said)}</p>
      {items.length > 0 && (
        <div className="share-rows">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('unit')}</th>
                <th scope="col">{t('is')}</th>
                {compared && <th scope="col">{t('would')}</th>}
              </tr>
            </thead>
            <tbody>
              {items.map(({ unit, person, is, would: then }) => (
                <tr key={`${unit.id} ${person.id}`}>
                  <th scope="row">
                    <Go to={`/people/${person.id}`}>{person.name}</Go>
                  </th>
                  <td>{unit.name}</td>
                  <Under of={is} />
                  {compared && <Under of={then} />}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {items.length === SHOWN && <p className="faint">{t('cut')}</p>}
    </>
  );
}

function Under({ of }: { of: SharePreview['items'][number]['is'] }) {
  const t = useWords(shareWords);
  return (
    <td className="figures">
      {of.most === null ? of.recent : t('got', { recent: of.recent, most: of.most })}{' '}
      {of.past && <strong className="share-past">{t(of.recent > (of.most ?? 0) ? 'over' : 'full')}</strong>}
    </td>
  );
}
