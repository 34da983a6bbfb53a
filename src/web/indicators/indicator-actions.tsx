/** What can be done next with an indicator. */
import { useMemo, useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { indicatorApi } from '#indicator/indicator.api.ts';
import { type IndicatorStep, steps } from '#indicator/indicator.ts';
import { countApi } from '#outcome/count.api.ts';
import { newId } from '#platform/ids.ts';
import type { IndicatorPage } from '#views/indicator.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { DefinitionFields, type DefinitionValues, definitionOfForm } from '#web/indicators/definition-fields.tsx';
import { indicatorDialogWords } from '#web/indicators/indicator.words.ts';
import { pickerDay } from '#web/indicators/picker-day.ts';
import { RecordDialog } from '#web/indicators/record-dialog.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const order: IndicatorStep[] = ['record', 'count', 'redefine', 'retire'];
const CHANGES = ['/indicators'];
type Asked = Exclude<IndicatorStep, 'count' | 'withdraw'>;

export function IndicatorActions({ indicator }: { indicator: IndicatorPage }) {
  const d = useWords(indicatorDialogWords);
  const [asked, setAsked] = useState<Asked | null>(null);
  const count = useVerb(countApi.now, {
    changes: CHANGES,
    done: ({ added, changed }) => (added + changed === 0 ? d('countedSame') : d('countedNow', { added, changed })),
  });
  const about = useMemo(() => ({ indicator, onClose: () => setAsked(null) }), [indicator]);
  return (
    <>
      <ThingActions<IndicatorStep>
        buttons={indicator.buttons.filter(({ step }) => step !== 'withdraw')}
        steps={steps}
        order={order}
        run={{
          record: () => setAsked('record'),
          count: () =>
            void count.run({ params: { id: indicator.id }, body: { id: newId(), version: indicator.version } }),
          redefine: () => setAsked('redefine'),
          retire: () => setAsked('retire'),
        }}
      />
      {asked === 'record' && <RecordDialog {...about} />}
      {asked === 'redefine' && <RedefineDialog {...about} />}
      {asked === 'retire' && <RetireDialog {...about} />}
    </>
  );
}

type OnIndicator = { indicator: IndicatorPage; onClose: () => void };

/** Begins with what is in force: mostly one of its words changes. */
function RedefineDialog({ indicator, onClose }: OnIndicator) {
  const d = useWords(indicatorDialogWords);
  const say = useSaid();
  const times = useTimes();
  const newest = indicator.definitions[indicator.definitions.length - 1]!;
  const { numerator, denominator, source, method } = newest;
  return (
    <ActionDialog
      title={say(steps.redefine)}
      how={d('redefineHow')}
      width={600}
      initial={{ numerator, denominator, source, method, validFrom: pickerDay(dayOf(times.now())) }}
      route={indicatorApi.redefine}
      args={(values: DefinitionValues, id) => ({
        params: { id: indicator.id },
        body: { id, version: indicator.version, ...definitionOfForm(values) },
      })}
      done={(_, { validFrom }) => d('redefined', { day: times.day(validFrom.format('YYYY-MM-DD')) })}
      changes={CHANGES}
      onClose={onClose}
    >
      <DefinitionFields />
    </ActionDialog>
  );
}

function RetireDialog({ indicator, onClose }: OnIndicator) {
  const d = useWords(indicatorDialogWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.retire)}
      how={d('retireHow')}
      danger
      route={indicatorApi.retire}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: indicator.id },
        body: { id, version: indicator.version, reason },
      })}
      done={() => d('retired')}
      changes={CHANGES}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
