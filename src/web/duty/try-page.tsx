/** Trying the list out: a category, a place or a sentence, and whose duty it is. The question stands in the address. */
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { dutyApi } from '#triage/duty/duty.api.ts';
import { phases } from '#triage/duty/duty.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { DutySaid, Guessed } from '#web/duty/answer-card.tsx';
import { AreaPick } from '#web/duty/area-pick.tsx';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { dutyWords, tryWords } from '#web/duty/duty.words.ts';
import { DutyNav } from '#web/duty/duty-nav.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const SETTLED = 300;
const FORMAT = 'YYYY-MM-DD';

export function TryPage() {
  const t = useWords(tryWords);
  const d = useWords(dutyWords);
  const say = useSaid();
  const { search, setSearch } = usePlace();
  const { categoryId, areaId, area, at, listId } = search;
  const [words, setWords] = useState(search.words ?? '');
  useTitle(`${d('duty')} · ${d('tryIt')}`);
  useEffect(() => {
    const timer = setTimeout(() => setSearch({ words: words.trim() || undefined }), SETTLED);
    return () => clearTimeout(timer);
  }, [words, setSearch]);
  const lists = useRead(dutyApi.lists, {}).data?.items ?? [];
  const asks = Boolean(categoryId || search.words);
  const query = {
    ...(categoryId && { categoryId }),
    ...(areaId && { areaId }),
    ...(search.words && { words: search.words }),
    ...(at && { at }),
    ...(listId && { listId }),
  };
  const read = useRead(dutyApi.whose, asks ? { query } : undefined, { keep: true });
  const place: Picked | null = areaId ? { id: areaId, name: area ?? '…' } : null;
  return (
    <div className="desk-page duty-page">
      <header>
        <h1>{d('duty')}</h1>
        <DutyNav at="/duty/try" />
      </header>
      <p className="quiet">{t('how')}</p>
      <div className="duty-try">
        <Form layout="vertical" className="duty-try-form">
          <Form.Item label={d('category')}>
            <CategoryPick value={categoryId ?? null} onChange={(id) => setSearch({ categoryId: id ?? undefined })} />
          </Form.Item>
          <Form.Item label={t('place')}>
            <AreaPick
              label={t('place')}
              value={place}
              onChange={(one) => setSearch({ areaId: one?.id, area: one?.name })}
            />
          </Form.Item>
          <Form.Item label={t('said')}>
            <Input.TextArea
              aria-label={t('said')}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              placeholder={t('saidHint')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </Form.Item>
          <div className="duty-two">
            <Form.Item label={t('day')}>
              <DatePicker
                aria-label={t('day')}
                placeholder={t('today')}
                value={at ? dayjs(at, FORMAT) : null}
                onChange={(day) => setSearch({ at: day?.format(FORMAT) })}
              />
            </Form.Item>
            <Form.Item label={d('version')}>
              <Select
                aria-label={d('version')}
                allowClear
                placeholder={say(phases.inForce)}
                value={listId ?? null}
                options={lists.map(({ id, number, phase }) => ({
                  value: id,
                  label: `${d('versionOf', { number })} · ${say(phases[phase])}`,
                }))}
                onChange={(id) => setSearch({ listId: id ?? undefined })}
              />
            </Form.Item>
          </div>
        </Form>
        <section className="duty-try-said" aria-live="polite">
          <Refused refusal={read.error} again={() => void read.refetch()} />
          {read.data?.guessed && <Guessed category={read.data.category} />}
          {asks && read.data ? <DutySaid duty={read.data} /> : <Empty title={t('ask')} />}
        </section>
      </div>
    </div>
  );
}
