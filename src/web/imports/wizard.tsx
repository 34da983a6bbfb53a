/** The frame of an import's steps: where one is, and which file it is about. Each step has an address of its own. */
import { Steps } from 'antd';
import type { PropsWithChildren, ReactNode } from 'react';
import { importWords } from '#web/imports/import.words.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { useWords } from '#web/words/words.ts';
import '#web/imports/import.css';

export const wizardSteps = ['upload', 'columns', 'preview', 'run'] as const;
export type WizardStep = (typeof wizardSteps)[number];

type WizardProps = PropsWithChildren<{
  at: WizardStep;
  fileName?: string;
  foot?: ReactNode;
  done?: boolean;
  free?: readonly WizardStep[];
}>;

/** `free`: steps one may go back to. */
export function Wizard({ at, fileName, foot, done, free = [], children }: WizardProps) {
  const t = useWords(importWords);
  const { params, go } = usePlace();
  const place = usePlace().search;
  const query = new URLSearchParams(place).toString();
  useTitle(fileName ? `${t('title')} ${fileName}` : t('title'));
  const names = { upload: t('upload'), columns: t('columnsStep'), preview: t('previewStep'), run: t('runStep') };
  const to = (index: number) => go(`/import/${params.id}/${wizardSteps[index]}${query && `?${query}`}`);
  return (
    <div className="desk-page wizard">
      <header>
        <h1>{fileName ?? t('begin')}</h1>
        <Go to="/import" exact>
          {t('title')}
        </Go>
      </header>
      <Steps
        size="small"
        responsive={false}
        current={wizardSteps.indexOf(at)}
        status={done ? 'finish' : 'process'}
        {...(free.length > 0 && { onChange: to })}
        items={wizardSteps.map((step) => ({ title: names[step], disabled: step !== at && !free.includes(step) }))}
      />
      {children}
      {foot && <div className="wizard-foot">{foot}</div>}
    </div>
  );
}
