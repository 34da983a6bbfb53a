/** The page of an entry: the answer, its basis, what waits to be published, and every version. */
import { type KnowledgeShown, type KnowledgeVersion, knowledgeApi } from '#knowledge/knowledge.api.ts';
import { states } from '#knowledge/knowledge.ts';
import { useRead } from '#web/call/use-read.ts';
import { knowledgeWords } from '#web/knowledge/knowledge.words.ts';
import { KnowledgeActions } from '#web/knowledge/knowledge-actions.tsx';
import { Marks } from '#web/knowledge/knowledge-list.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/knowledge/knowledge.css';

export function KnowledgePage() {
  const { params } = usePlace();
  return <KnowledgeView key={params.id} id={params.id!} />;
}

export function KnowledgeView({ id }: { id: string }) {
  const t = useWords(knowledgeWords);
  const read = useRead(knowledgeApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(entry) => <Shown entry={entry} />}
    </ReadThing>
  );
}

function Shown({ entry }: { entry: KnowledgeShown }) {
  const t = useWords(knowledgeWords);
  const times = useTimes();
  const { current, draft, versions } = entry;
  return (
    <ThingPage
      number={entry.number}
      title={entry.question}
      state={states[entry.state]}
      marks={<Marks item={entry} />}
      actions={<KnowledgeActions entry={entry} />}
      around={
        <Facts
          of={[
            [t('unit'), entry.unit.name],
            [t('person'), entry.person?.name],
            [t('category'), entry.category?.name],
            [t('area'), entry.area?.name],
            [t('reviewOn'), entry.reviewOn && times.date(entry.reviewOn)],
            [t('used'), t('times', { n: entry.used })],
          ]}
        />
      }
    >
      {draft && (
        <Part title={t('draft')}>
          <p className="quiet">{t('draftBy', { by: draft.writtenBy.name, at: times.near(draft.writtenAt) })}</p>
          <Text version={draft} />
        </Part>
      )}
      {current && (
        <Part title={t('current')}>
          <Text version={current} under={entry.question} />
        </Part>
      )}
      {versions.length > 1 && (
        <Part title={t('versions')}>
          <ol className="knowledge-versions">
            {versions.map((one) => (
              <li key={one.id}>
                <details>
                  <summary>
                    {t('draftBy', { by: one.writtenBy.name, at: times.near(one.writtenAt) })} ·{' '}
                    {one.publishedBy && one.publishedAt
                      ? t('versionBy', { by: one.publishedBy.name, at: times.near(one.publishedAt) })
                      : t('neverOut')}
                  </summary>
                  <Text version={one} />
                </details>
              </li>
            ))}
          </ol>
        </Part>
      )}
    </ThingPage>
  );
}

/** `under`: the question that stands above it already. */
function Text({ version, under }: { version: KnowledgeVersion; under?: string }) {
  const t = useWords(knowledgeWords);
  const times = useTimes();
  const { question, wordings, answer, basis, validFrom, validTo } = version;
  const from = times.date(validFrom);
  return (
    <div className="knowledge-text">
      {question !== under && <h4>{question}</h4>}
      {wordings.length > 0 && <p className="quiet">{wordings.join(' / ')}</p>}
      <p className="verbatim">{answer}</p>
      <Facts
        of={[
          [t('basis'), basis],
          [t('valid'), validTo ? t('daysTo', { from, to: times.date(validTo) }) : t('days', { from })],
        ]}
      />
    </div>
  );
}
