/** Which survey is looked at, as of when, and how far its run is; the page looks again when a run has ended. */
import { Button, Progress, Select } from 'antd';
import { useEffect, useState } from 'react';
import { newId } from '#platform/ids.ts';
import type { Weights } from '#triage/theme/heat.ts';
import { runStates, runSteps } from '#triage/theme/survey.ts';
import { type LastOwn, type Survey, themeApi } from '#triage/theme/theme.api.ts';
import { readAgain } from '#web/call/query-client.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { HeatDialog } from '#web/themes/heat-dialog.tsx';
import { SurveyDialog } from '#web/themes/survey-dialog.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { UndoButton } from '#web/themes/undo-button.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type SurveyBarProps = {
  surveys: readonly Survey[];
  survey: Survey;
  mayManage: boolean;
  lastOwn: LastOwn;
  weights: Weights | undefined;
  onChoose: (id: string) => void;
};

const SOON = 2_000;

const isUnderWay = ({ run }: Survey): boolean => run?.state === 'waiting' || run?.state === 'running';

export function SurveyBar({ surveys, survey, mayManage, lastOwn, weights, onChoose }: SurveyBarProps) {
  const t = useWords(themeWords);
  const [asked, setAsked] = useState<'survey' | 'heat' | null>(null);
  const again = useVerb(themeApi.run, { changes: ['/surveys'], done: () => t('asked') });
  const done = survey.done?.id;
  // A run that ends while one looks shows its result.
  useEffect(() => {
    if (done) void readAgain(['/themes']);
  }, [done]);
  return (
    <>
      {surveys.length > 1 && (
        <Select
          aria-label={t('survey')}
          value={survey.id}
          options={surveys.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={onChoose}
          popupMatchSelectWidth={false}
        />
      )}
      <span className="theme-tools">
        <UndoButton lastOwn={lastOwn} />
        {mayManage && (
          <>
            <Button type="text" onClick={() => setAsked('heat')}>
              {t('setHeat')}
            </Button>
            <Button type="text" onClick={() => setAsked('survey')}>
              {t('newSurvey')}
            </Button>
            <Button
              disabled={isUnderWay(survey)}
              loading={again.running}
              onClick={() => void again.run({ params: { id: survey.id }, body: { id: newId() } })}
            >
              {t('run')}
            </Button>
          </>
        )}
      </span>
      {asked === 'survey' && <SurveyDialog onMade={onChoose} onClose={() => setAsked(null)} />}
      {asked === 'heat' && weights && <HeatDialog weights={weights} onClose={() => setAsked(null)} />}
    </>
  );
}

/** As of when, over what, by which rule; and the run that is under way or did not end. */
export function SurveyFacts({ survey }: { survey: Survey }) {
  const t = useWords(themeWords);
  const say = useSaid();
  const times = useTimes();
  const numbers = useNumbers();
  const { run, done } = survey;
  // While it runs, one looks often; the page's own reading takes the answer over.
  useRead(themeApi.surveys, isUnderWay(survey) ? {} : undefined, { every: SOON });
  const step = run?.step ? say(runSteps[run.step as keyof typeof runSteps]) : run ? say(runStates[run.state]) : '';
  return (
    <div className="theme-facts">
      {done && (
        <p className="quiet">
          {t('facts', {
            ...{
              from: times.date(done.from ?? ''),
              to: times.date(done.to ?? ''),
              when: times.near(done.endedAt ?? ''),
            },
            ...{ signals: numbers.whole(done.signals ?? 0), themes: numbers.whole(done.themes ?? 0) },
          })}
          <span className="faint">
            {' · '}
            {done.leftOut
              ? t('rule', { rule: done.rule ?? '', count: numbers.whole(done.leftOut) })
              : t('ruleOnly', { rule: done.rule ?? '' })}
          </span>
        </p>
      )}
      {isUnderWay(survey) && run && (
        <p className="theme-running" role="status">
          <Progress
            percent={Math.round(run.share * 100)}
            size="small"
            status="active"
            showInfo={run.step === 'reading'}
          />
          <span className="quiet">{t('running', { step })}</span>
        </p>
      )}
      {run?.state === 'failed' && <p className="tone-danger theme-failed">{t('failed', { error: run.error ?? '' })}</p>}
    </div>
  );
}
