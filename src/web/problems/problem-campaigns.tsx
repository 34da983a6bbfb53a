/** The campaigns of common problems that a problem stands for or that run through it: who leads, until when, to what end. */
import type { ProblemPage } from '#views/desk.api.ts';
import { Go } from '#web/place/go.tsx';
import { problemWords } from '#web/problems/problem.words.ts';
import { Unit } from '#web/show/person.tsx';
import { Facts, Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function ProblemCampaigns({ problem }: { problem: ProblemPage }) {
  const t = useWords(problemWords);
  const times = useTimes();
  return problem.campaigns.map((one) => (
    <Part key={one.title} title={t(one.own ? 'campaign' : 'underCampaign')}>
      <p>
        <strong>{one.title}</strong> {one.problem && <Go to={`/problems/${one.problem.id}`}>{one.problem.number}</Go>}{' '}
        {one.theme && <Go to={`/themes/${one.theme}`}>{t('campaignTheme')}</Go>}
      </p>
      <Facts
        of={[
          [t('campaignLead'), one.lead && <Unit name={one.lead.name} short={one.lead.shortName} id={one.lead.id} />],
          [t('campaignDays'), `${times.date(one.from)} — ${times.date(one.to)}`],
          [t('campaignGoal'), one.goal],
          [t('campaignProblems'), one.problems > 0 && <span className="figures">{one.problems}</span>],
        ]}
      />
    </Part>
  ));
}
