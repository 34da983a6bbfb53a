/** Second step: the lead, the reviewer who stands apart, and who answers in which of the five layers. */
import { Form } from 'antd';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { charterWords } from '#web/projects/charter.words.ts';
import type { CharterForm } from '#web/projects/charter-form.ts';
import { TeamFields } from '#web/projects/team-fields.tsx';
import { useWords } from '#web/words/words.ts';

export function StepPeople() {
  const t = useWords(charterWords);
  const lead = Form.useWatch<CharterForm['leadId']>('leadId');
  return (
    <>
      <Form.Item name="leadId" label={t('lead')} extra={t('leadHow')} required>
        <AnybodyPick />
      </Form.Item>
      <Form.Item name="reviewerId" label={t('reviewer')} extra={t('reviewerHow')} required>
        <AnybodyPick not={lead ? [lead.id] : []} />
      </Form.Item>
      <Form.Item name="team" label={t('layers')}>
        <TeamFields />
      </Form.Item>
    </>
  );
}
