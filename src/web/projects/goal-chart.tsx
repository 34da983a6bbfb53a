/** How a goal's indicator went: the chart with the days that counted, or a word-sized line in a pane. */
import { useContext } from 'react';
import { dayOf } from '#clock/day.ts';
import type { ProjectPage } from '#views/project.api.ts';
import type { ChartMark } from '#web/indicators/chart-option.ts';
import { IndicatorChart } from '#web/indicators/indicator-chart.tsx';
import { IndicatorSpark } from '#web/indicators/indicator-spark.tsx';
import { PaneContext } from '#web/list/pane.tsx';
import { pageWords } from '#web/projects/page.words.ts';
import { useWords } from '#web/words/words.ts';

type GoalChartProps = { goal: ProjectPage['goals'][number]; project: ProjectPage };

export function GoalChart({ goal, project }: GoalChartProps) {
  const t = useWords(pageWords);
  const pane = useContext(PaneContext);
  const { indicator, readings, baseline, target } = goal;
  const about = { measure: indicator, points: readings, baseline, target };
  if (pane) return <IndicatorSpark {...about} />;
  const { decisions, acceptances, closings } = project;
  const marks: ChartMark[] = [
    ...decisions
      .filter(({ step }) => step === 'charter')
      .map(({ at }) => ({ day: dayOf(new Date(at)), words: t('chartered') })),
    ...acceptances
      .filter(({ result }) => result === 'passed')
      .map(({ heldOn }) => ({ day: heldOn, words: t('accepted') })),
    ...closings.map(({ at }) => ({ day: dayOf(new Date(at)), words: t('closed') })),
  ];
  const counts = readings.some(({ exposure }) => exposure !== null);
  return <IndicatorChart {...about} counts={counts} marks={marks} />;
}
