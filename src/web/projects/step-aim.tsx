/** First step: what the project is, which problems it answers by which measures, its background and the effect looked for. */
import { Form, Input, Radio } from 'antd';
import { levels } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { charterWords } from '#web/projects/charter.words.ts';
import type { CharterForm } from '#web/projects/charter-form.ts';
import { MeasureChoice } from '#web/projects/measure-choice.tsx';
import { ProblemsPick } from '#web/projects/problems-pick.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const LONG = 5_000;

export function StepAim({ page }: { page: ProjectPage }) {
  const t = useWords(charterWords);
  const say = useSaid();
  const problems: readonly Picked[] = Form.useWatch<CharterForm['problems']>('problems') ?? [];
  return (
    <>
      <Form.Item name="title" label={t('title')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="level" label={t('level')} required>
        <Radio.Group options={Object.entries(levels).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t('unit')} rules={[{ required: true, message: t('needed') }]}>
        <UnitPick tree="any" />
      </Form.Item>
      <Form.Item name="problems" label={t('problems')} required>
        <ProblemsPick />
      </Form.Item>
      <Form.Item name="measures" label={t('measures')} extra={t('measuresHow')}>
        <MeasureChoice problems={problems} known={page.measures} />
      </Form.Item>
      {(['background', 'effect', 'method'] as const).map((name) => (
        <Form.Item key={name} name={name} label={t(name)} required>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={LONG} placeholder={t(`${name}Hint`)} />
        </Form.Item>
      ))}
    </>
  );
}
