/** While a run is chosen: how many, and what can be done with all of them. */
import { Button } from 'antd';
import { ChosenBar } from '#web/list/chosen-bar.tsx';
import { triageWords } from '#web/triage/triage.words.ts';
import type { Triage } from '#web/triage/use-triage.ts';
import { useWords } from '#web/words/words.ts';
import '#web/list/list.css';

export function ChosenRun({ desk }: { desk: Triage }) {
  const t = useWords(triageWords);
  const { chosen, gathering, setDialog } = desk;
  if (gathering) return <p className="triage-run quiet">{t('choosing')}</p>;
  if (chosen.ids.size === 0) return null;
  return (
    <div className="triage-run">
      <ChosenBar chosen={{ ...chosen, all: () => undefined }}>
        <Button type="primary" onClick={() => setDialog('bulk')}>
          {t('bulk')} <kbd>Enter</kbd>
        </Button>
        <Button onClick={() => setDialog('gather')}>
          {t('repeat')} <kbd>R</kbd>
        </Button>
      </ChosenBar>
    </div>
  );
}
