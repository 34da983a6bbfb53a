/** The charter of a project: while it is a draft a wizard whose every step saves and can be left; afterwards the sheet to read. */
import { Alert, Button, Form, Steps } from 'antd';
import { useState } from 'react';
import { type ProjectPage, projectPageApi } from '#views/project.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { charterWords } from '#web/projects/charter.words.ts';
import { type CharterForm, stepOf, type WizardStep, wizardSteps } from '#web/projects/charter-form.ts';
import { CharterSheet } from '#web/projects/charter-sheet.tsx';
import { projectWords } from '#web/projects/project.words.ts';
import { StepAim } from '#web/projects/step-aim.tsx';
import { StepGoals } from '#web/projects/step-goals.tsx';
import { StepMilestones } from '#web/projects/step-milestones.tsx';
import { StepPeople } from '#web/projects/step-people.tsx';
import { StepReview } from '#web/projects/step-review.tsx';
import { type CharterDesk, useCharter } from '#web/projects/use-charter.ts';
import { PrintButton } from '#web/show/print-button.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/projects/charter.css';

export function CharterPage() {
  const t = useWords(projectWords);
  const w = useWords(charterWords);
  const { params } = usePlace();
  const [round, setRound] = useState(0);
  const read = useRead(projectPageApi.project, { params: { id: params.id! } });
  useTitle(`${w('sheet')} ${read.data?.number ?? ''}`);
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(page) => (
        <div className="desk-page charter">
          <header>
            <h1>{page.title}</h1>
            <Go to={`/projects/${page.id}`}>
              <span className="figures">{page.number}</span> {w('toProject')}
            </Go>
            <PrintButton />
          </header>
          {page.draft && page.buttons.some((button) => button.step === 'describe') ? (
            <Wizard key={`${page.id} ${round}`} page={page} onAnew={() => setRound(round + 1)} />
          ) : (
            <CharterSheet project={page} />
          )}
        </div>
      )}
    </ReadThing>
  );
}

function Wizard({ page, onAnew }: { page: ProjectPage; onAnew: () => void }) {
  const t = useWords(charterWords);
  const { search, setSearch } = usePlace();
  const step = wizardSteps.find((one) => one === search.step) ?? 'aim';
  const toStep = (to: WizardStep) => setSearch({ step: to }, true);
  const desk = useCharter(page, step, toStep);
  const phone = useIsPhone();
  const at = wizardSteps.indexOf(step);
  const leave = async (to: WizardStep) => (await desk.save()) && toStep(to);
  const discard = () => {
    desk.discard();
    onAnew();
  };
  return (
    <>
      <Steps
        className="not-printed"
        size="small"
        responsive={false}
        current={at}
        onChange={(index) => void leave(wizardSteps[index]!)}
        items={wizardSteps.map((one) => ({
          title: !phone || one === step ? t(one) : <span className="only-heard">{t(one)}</span>,
        }))}
      />
      {desk.restored && desk.edited && (
        <Alert
          type="info"
          showIcon
          title={t('restored')}
          action={
            <Button size="small" onClick={discard}>
              {t('discard')}
            </Button>
          }
        />
      )}
      <Form<CharterForm>
        form={desk.form}
        layout="vertical"
        initialValues={desk.initial}
        onValuesChange={desk.changed}
        scrollToFirstError
        className="charter-step"
        aria-label={t(step)}
      >
        {step === 'aim' && <StepAim page={page} />}
        {step === 'people' && <StepPeople />}
        {step === 'goals' && <StepGoals page={page} onChange={desk.changed} />}
        {step === 'milestones' && <StepMilestones />}
      </Form>
      {step === 'review' && <StepReview page={page} edited={desk.edited} />}
      <Wrong desk={desk} onStep={toStep} />
      <div className="charter-foot not-printed">
        {at > 0 && <Button onClick={() => void leave(wizardSteps[at - 1]!)}>{t('back')}</Button>}
        {step !== 'review' && (
          <>
            <Button onClick={() => void desk.save()} loading={desk.saving}>
              {t('save')}
            </Button>
            <Button type="primary" onClick={() => void leave(wizardSteps[at + 1]!)} loading={desk.saving}>
              {t('next')}
            </Button>
          </>
        )}
        <span className="quiet" role="status">
          {desk.edited ? t('unsaved') : t('saved')}
        </span>
      </div>
    </>
  );
}

/** What the server refused, and on which steps: the fields themselves say so as well. */
function Wrong({ desk, onStep }: { desk: CharterDesk; onStep: (step: WizardStep) => void }) {
  const t = useWords(charterWords);
  const say = useSaid();
  const { refusal, reload } = desk;
  if (!refusal) return null;
  const fields = refusal.body.fields ?? [];
  return (
    <div className="charter-wrong" aria-live="polite">
      <Refused refusal={refusal} onReload={reload} />
      <ul>
        {fields.map(({ path, message }) => (
          <li key={path}>
            {say(message)}{' '}
            <button type="button" className="link" onClick={() => onStep(stepOf(path))}>
              {t('toStep', { step: t(stepOf(path)) })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
