/** How good the model is, in words first: of ten proposals so many agree with people; the rest is left to them. */
import { coverageAt } from '#triage/category/figures.ts';
import type { ModelItem, ModelList, ShownFigures } from '#triage/category/model.api.ts';
import { states } from '#triage/category/model.ts';
import { modelWords, tenthsSaid } from '#web/categories/model.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { type Language, useLanguage, useWords } from '#web/words/words.ts';

/** 三成, three in ten; under a tenth the percentage itself. */
function shareSaid(share: number, language: Language, percent: (share: number) => string): string {
  const tenths = Math.round(share * 10);
  const zh = language === 'zh';
  if (share < 0.1 || tenths === 0) return zh ? ` ${percent(share)} ` : percent(share);
  return zh ? `${tenthsSaid.zh[tenths]}成` : `${tenthsSaid.en[tenths]} in ten`;
}

type ModelSummaryProps = { list: ModelList; model: ModelItem; figures: ShownFigures };

export function ModelSummary({ list, model, figures }: ModelSummaryProps) {
  const t = useWords(modelWords);
  const language = useLanguage();
  const numbers = useNumbers();
  const times = useTimes();
  const { answered, accuracy } = coverageAt(figures.coverage, list.threshold);
  const tenths = tenthsSaid[language][Math.round(accuracy * 10)]!;
  const left = 1 - answered;
  const sentence =
    left < 0.005
      ? t('inWordsAll', { tenths })
      : t('inWords', { tenths, share: shareSaid(left, language, numbers.percent) });
  const learned = figures.learned.reduce((sum, { examples }) => sum + examples, 0);
  const told = Math.round(answered * figures.tested);
  return (
    <section className="model-summary">
      <div>
        <p className="model-words">{sentence}</p>
        <p className="quiet">
          {t('basis', {
            number: model.number,
            day: times.day(model.trainedAt),
            learned: numbers.whole(learned),
            tested: numbers.whole(figures.tested),
          })}{' '}
          <StateTag state={states[model.state]} />
        </p>
      </div>
      <dl className="model-figures">
        <div>
          <dt>{t('ofProposals')}</dt>
          <dd title={numbers.parts(Math.round(accuracy * told), told)}>{numbers.percent(accuracy)}</dd>
        </div>
        <div>
          <dt>{t('withProposal')}</dt>
          <dd title={numbers.parts(told, figures.tested)}>{numbers.percent(answered)}</dd>
        </div>
        <div>
          <dt>{t('leftToPeople')}</dt>
          <dd title={numbers.parts(figures.tested - told, figures.tested)}>{numbers.percent(left)}</dd>
        </div>
        <div>
          <dt>{t('waitingNow')}</dt>
          <dd>
            {numbers.whole(list.waiting)}
            <small>{t('waitingNowOf', { n: numbers.whole(list.waitingProposed) })}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}
