/** Every model so far: how it did, how it came to serve or not, and by whose word; an older one can be restored. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type ModelItem, type ModelList, modelApi } from '#triage/category/model.api.ts';
import { states, steps } from '#triage/category/model.ts';
import { modelWords } from '#web/categories/model.words.ts';
import { useMay } from '#web/desk/me.ts';
import { usePlace } from '#web/place/use-place.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const mayRestore = (state: ModelItem['state']) => (steps.restore.from as readonly string[]).includes(state);

export function ModelListPart({ list, shown }: { list: ModelList; shown: string | undefined }) {
  const t = useWords(modelWords);
  const times = useTimes();
  const manages = useMay()('category.manage');
  const { setSearch } = usePlace();
  const [asked, setAsked] = useState<ModelItem>();
  return (
    <Part title={t('modelsTitle')}>
      <ol className="model-lines">
        {list.items.map((model) => (
          <li key={model.id} aria-current={model.id === shown ? 'true' : undefined}>
            <div className="model-line-head">
              <strong>{t('number', { n: model.number })}</strong>
              <StateTag state={states[model.state]} />
              <span className="faint">
                {times.day(model.trainedAt)} · {model.by ? t('byPerson', { name: model.by }) : t('bySchedule')}
              </span>
              <span className="model-line-do">
                {model.id !== shown && (
                  <Button size="small" type="text" onClick={() => setSearch({ model: String(model.number) }, true)}>
                    {t('look')}
                  </Button>
                )}
                {manages && mayRestore(model.state) && (
                  <Button size="small" onClick={() => setAsked(model)}>
                    {t('restore')}
                  </Button>
                )}
              </span>
            </div>
            <Told model={model} />
          </li>
        ))}
      </ol>
      {asked && <RestoreDialog model={asked} list={list} onClose={() => setAsked(undefined)} />}
    </Part>
  );
}

const did = { take: 'take', refuse: 'refuse', restore: 'restored' } as const;

function Told({ model }: { model: ModelItem }) {
  const t = useWords(modelWords);
  const numbers = useNumbers();
  const times = useTimes();
  const { compared } = model;
  return (
    <>
      <p className="quiet figures">
        {t('modelLine', {
          learned: numbers.whole(model.trainedOn),
          tested: numbers.whole(model.tested),
          accuracy: numbers.percent(model.accuracy),
          f1: model.macroF1.toFixed(3),
          size: numbers.bytes(model.size),
        })}
      </p>
      {compared && (
        <p className="quiet figures">
          {t('comparedLine', {
            model: compared.model,
            tickets: numbers.whole(compared.tickets),
            fresh: numbers.whole(compared.both + compared.newOnly),
            old: numbers.whole(compared.both + compared.oldOnly),
          })}
        </p>
      )}
      <ul className="model-decisions">
        {model.decisions.map(({ step, at, by, words }) => (
          <li key={at}>
            <span className="faint">{times.moment(at)}</span> {t(did[step])}
            {by && ` · ${by}：${words}`}
          </li>
        ))}
      </ul>
    </>
  );
}

function RestoreDialog({ model, list, onClose }: { model: ModelItem; list: ModelList; onClose: () => void }) {
  const t = useWords(modelWords);
  const insteadOf = list.items.find(({ state }) => state === 'serving')?.id ?? null;
  return (
    <ActionDialog<typeof modelApi.restore, { reason: string }>
      title={`${t('restore')} · ${t('number', { n: model.number })}`}
      how={t('restoreHow', { n: model.number })}
      ok={t('restore')}
      route={modelApi.restore}
      args={({ reason }, id) => ({ params: { id: model.id }, body: { id, insteadOf, reason } })}
      done={() => t('restoredDone', { n: model.number })}
      changes={['/models']}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={500} autoFocus />
      </Form.Item>
    </ActionDialog>
  );
}
