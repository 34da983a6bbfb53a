/** The button that begins the first survey of a city. */
import { Button } from 'antd';
import { useState } from 'react';
import { SurveyDialog } from '#web/themes/survey-dialog.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { useWords } from '#web/words/words.ts';

export function NewSurvey() {
  const t = useWords(themeWords);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setAsked(true)}>
        {t('newSurvey')}
      </Button>
      {asked && <SurveyDialog onMade={() => {}} onClose={() => setAsked(false)} />}
    </>
  );
}
