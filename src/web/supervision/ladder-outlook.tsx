/** What a ladder would change: the limits open now, a day and a week ahead, beside the ladders that they climb today. */
import { Button } from 'antd';
import { useState } from 'react';
import { ladderApi, type Outlook } from '#supervision/ladder.api.ts';
import { lights } from '#supervision/ladder.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { editorWords } from '#web/supervision/editor.words.ts';
import { type Draft, rungsOf } from '#web/supervision/ladder-draft.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Preview = Reply<typeof ladderApi.preview>;

/** @param open whether the draft can be counted at all */
export function LadderOutlook({ draft, open }: { draft: Draft; open: boolean }) {
  const t = useWords(editorWords);
  const numbers = useNumbers();
  const preview = useVerb(ladderApi.preview, { changes: [], shows: true });
  const [shown, setShown] = useState<{ of: string; preview: Preview }>();
  const { kind, limitName, condition } = draft;
  const body = { kind, limitName, condition, rungs: rungsOf(draft) };
  const now = JSON.stringify(body);
  const look = async () => {
    const outcome = await preview.run({ body });
    if ('reply' in outcome) setShown({ of: now, preview: outcome.reply });
  };
  // What was counted for another draft is gone with it.
  const counted = shown?.of === now ? shown.preview : undefined;
  return (
    <section className="ladder-outlook" aria-live="polite">
      <h2>{t('change')}</h2>
      <Button loading={preview.running} disabled={!open} onClick={() => void look()}>
        {t('count')}
      </Button>
      <Refused refusal={preview.refusal} />
      {!counted && <p className="faint">{t('countHow')}</p>}
      {counted && (
        <>
          <p>{t('openNow', { n: numbers.whole(counted.ahead.clocks) })}</p>
          {counted.ahead.more && <p className="faint">{t('more', { n: numbers.whole(counted.ahead.clocks) })}</p>}
          <div className="outlook-two">
            <Side title={t('would')} outlook={counted.ahead.would} />
            <Side title={t('today')} outlook={counted.ahead.today} />
          </div>
          <p className="faint">
            {t('lastWeek', { n: numbers.whole(counted.clocks) })}{' '}
            {counted.rungs
              .map(({ count }, i) => t('fired', { n: i + 1, count: numbers.whole(count) }))
              .join(t('comma'))}
          </p>
          {counted.headless > 0 && <p className="faint">{t('headless', { n: counted.headless })}</p>}
        </>
      )}
    </section>
  );
}

function Side({ title, outlook }: { title: string; outlook: Outlook }) {
  const t = useWords(editorWords);
  const say = useSaid();
  const numbers = useNumbers();
  const { standing, below, without, persons, messages, letters, talks } = outlook;
  const rows = [
    ...(without > 0 ? [{ key: 'without', label: t('without'), n: without }] : []),
    { key: 'below', label: t('below'), n: below },
    ...standing.map(({ nth, light, count }) => ({
      key: `${nth} ${light}`,
      label: (
        <>
          <span className={`rung-light rung-${light}`}>{say(lights[light])}</span> {t('rung', { n: nth + 1 })}
        </>
      ),
      n: count,
    })),
  ];
  const week = [
    { key: 'persons', label: t('persons'), n: persons },
    { key: 'messages', label: t('messages'), n: messages },
    { key: 'letters', label: t('letters'), n: letters },
    { key: 'talks', label: t('talks'), n: talks },
  ];
  return (
    <div>
      <h3>{title}</h3>
      <table>
        <caption>{t('tomorrow')}</caption>
        <Rows rows={rows} whole={numbers.whole} />
      </table>
      <table>
        <caption>{t('week')}</caption>
        <Rows rows={week} whole={numbers.whole} />
      </table>
    </div>
  );
}

type Row = { key: string; label: React.ReactNode; n: number };

function Rows({ rows, whole }: { rows: readonly Row[]; whole: (n: number) => string }) {
  return (
    <tbody>
      {rows.map(({ key, label, n }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          <td className="figures">{whole(n)}</td>
        </tr>
      ))}
    </tbody>
  );
}
