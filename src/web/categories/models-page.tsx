/** The page of models: how good the one that serves is, where its threshold stands, whether it still fits; and all before it. */
import { Alert, Button } from 'antd';
import { newId } from '#platform/ids.ts';
import { type ModelList, modelApi } from '#triage/category/model.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { ConfusionPart } from '#web/categories/confusion-part.tsx';
import { DriftPart } from '#web/categories/drift-part.tsx';
import { modelWords } from '#web/categories/model.words.ts';
import { ModelListPart } from '#web/categories/model-list.tsx';
import { ModelSummary } from '#web/categories/model-summary.tsx';
import { ReliabilityPart } from '#web/categories/reliability-part.tsx';
import { ThresholdPart } from '#web/categories/threshold-part.tsx';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/categories/model.css';

/** While a training runs the page looks again so often, in milliseconds. */
const EVERY = 2_000;
const isUnderWay = (list: ModelList | undefined) => ['waiting', 'running'].includes(list?.training?.state ?? '');

export function ModelsPage() {
  const t = useWords(modelWords);
  const { search } = usePlace();
  const once = useRead(modelApi.list, { query: {} });
  const again = useRead(modelApi.list, isUnderWay(once.data) ? { query: {} } : undefined, { every: EVERY });
  const list = again.data ?? once.data;
  useTitle(t('title'));
  const model =
    list?.items.find(({ number }) => String(number) === search.model) ??
    list?.items.find(({ state }) => state === 'serving') ??
    list?.items[0];
  const figures = useRead(modelApi.figures, model && { params: { id: model.id } }, { keep: true }).data;
  return (
    <div className="desk-page models">
      <header className="models-head">
        <div>
          <p className="faint models-way">
            <Go to="/categories">{t('tree')}</Go>
          </p>
          <h1>{t('title')}</h1>
        </div>
        {list && <TrainButton under={isUnderWay(list)} />}
      </header>
      <Refused refusal={once.error} again={() => void once.refetch()} />
      {list && <UnderWay list={list} />}
      {list && !model && <Empty title={t('none')} how={t('noneHow')} />}
      {list && model && figures && (
        <>
          <ModelSummary list={list} model={model} figures={figures} />
          <div className="models-two">
            <ThresholdPart key={model.id} list={list} figures={figures} />
            <ReliabilityPart figures={figures} />
          </div>
          <ConfusionPart figures={figures} />
          <DriftPart />
        </>
      )}
      {list && list.items.length > 0 && <ModelListPart list={list} shown={model?.id} />}
    </div>
  );
}

function TrainButton({ under }: { under: boolean }) {
  const t = useWords(modelWords);
  const manages = useMay()('category.manage');
  const verb = useVerb(modelApi.train, { changes: ['/models'], done: () => t('asked') });
  if (!manages) return null;
  return (
    <Button
      type="primary"
      title={t('trainHow')}
      disabled={under}
      loading={verb.running}
      onClick={() => void verb.run({ body: { id: newId() } })}
    >
      {t('train')}
    </Button>
  );
}

function UnderWay({ list: { training, trouble } }: { list: ModelList }) {
  const t = useWords(modelWords);
  const say = useSaid();
  const numbers = useNumbers();
  return (
    <>
      {trouble && <Alert type="error" showIcon title={t('trouble', { why: say(trouble) })} />}
      {training?.failure && <Alert type="warning" showIcon title={t('lastFailed', { why: say(training.failure) })} />}
      {training && !training.failure && (
        <Alert
          role="status"
          type="info"
          showIcon
          title={
            training.state === 'waiting' ? t('waitingToTrain') : t('training', { read: numbers.whole(training.read) })
          }
        />
      )}
    </>
  );
}
