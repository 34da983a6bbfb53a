/** The case at hand: whose it is now, what is asked, the proposed units by one key, and the thing itself with all its steps. */
import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import { Button } from 'antd';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { waitKinds } from '#triage/centre/centre.ts';
import { AssignWays } from '#web/dispatch/assign-ways.tsx';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import { pageOf } from '#web/dispatch/place-of.ts';
import { SignalCase } from '#web/dispatch/signal-case.tsx';
import type { Centre } from '#web/dispatch/use-centre.ts';
import { PaneContext } from '#web/list/pane.tsx';
import { Go } from '#web/place/go.tsx';
import { ProblemView } from '#web/problems/problem-view.tsx';
import { SignalPage } from '#web/signals/signal-page.tsx';
import { WarningView } from '#web/warnings/warning-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type CaseProps = { centre: Centre; item: CentreItem };

export function CentreCase({ centre, item }: CaseProps) {
  const t = useWords(dispatchWords);
  return (
    <>
      <Bar centre={centre} item={item} />
      {centre.gone ? (
        <p className="dispatch-gone">
          {t('gone')} <Button onClick={() => centre.goOn(item.id)}>{t('next')}</Button>
        </p>
      ) : (
        <Asked item={item} />
      )}
      {!centre.gone && ['assign', 'returned'].includes(item.kind) && <AssignWays centre={centre} item={item} />}
      <PaneContext.Provider value={true}>
        <Thing centre={centre} item={item} />
      </PaneContext.Provider>
    </>
  );
}

function Thing({ centre, item }: CaseProps) {
  const { kind, id } = item;
  if (kind === 'warning') return <WarningView id={id} />;
  if (kind === 'wish') return <SignalPage id={id} />;
  if (kind === 'signal') return centre.gone ? <SignalPage id={id} /> : <SignalCase centre={centre} item={item} />;
  return <ProblemView id={id} />;
}

function Bar({ centre, item }: CaseProps) {
  const t = useWords(dispatchWords);
  const say = useSaid();
  const times = useTimes();
  const { lease } = item;
  const other = lease && !lease.mine;
  return (
    <p className={other ? 'dispatch-bar is-held' : 'dispatch-bar'}>
      <Button
        type="text"
        className="dispatch-back"
        icon={<ArrowLeftOutlined />}
        aria-label={t('back')}
        onClick={() => centre.look(undefined)}
      />
      <strong>{say(waitKinds[item.kind])}</strong>
      <span role="status">
        {other
          ? t('heldUntil', { name: lease.person.name, when: times.moment(lease.untilAt) })
          : t(centre.mine ? 'mineUntil' : 'nobodys')}
      </span>
      <span className="dispatch-bar-tools">
        {centre.mine && !centre.gone && <Button onClick={centre.letGo}>{t('letGo')}</Button>}
        {!lease && !centre.gone && <Button onClick={() => void centre.take(item)}>{t('take')}</Button>}
        <Go to={pageOf(item)}>{t('open')}</Go>
      </span>
    </p>
  );
}

/** Why it came back, or what is asked for. */
function Asked({ item: { returned, asked } }: { item: CentreItem }) {
  const t = useWords(dispatchWords);
  const say = useSaid();
  if (returned)
    return (
      <blockquote className="dispatch-asked">
        <strong>{t('returned', { unit: returned.unit, times: returned.times })}</strong>
        <p>{returned.reason}</p>
        {returned.basis && (
          <p className="quiet">
            {t('basis')}：{returned.basis}
          </p>
        )}
      </blockquote>
    );
  if (!asked) return null;
  return (
    <blockquote className="dispatch-asked">
      <strong>
        {asked.by && `${t('asked', { name: asked.by })} · `}
        {say(asked.said)}
      </strong>
      <p>{asked.words}</p>
    </blockquote>
  );
}
