/** Third step: the rows as they will be read, what will not be taken and why; then the start. */
import { Button, Tag } from 'antd';
import { intakeApi } from '#intake/intake.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useVerb } from '#web/call/use-verb.ts';
import { Looking } from '#web/imports/columns-page.tsx';
import { importWords } from '#web/imports/import.words.ts';
import { useFieldName } from '#web/imports/use-field-name.ts';
import { type Look, useLook } from '#web/imports/use-look.ts';
import { Wizard } from '#web/imports/wizard.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function PreviewPage() {
  const t = useWords(importWords);
  const { search, go } = usePlace();
  const { id, look, item } = useLook();
  const fields = item.data?.fields ?? [];
  const fieldName = useFieldName(item.data?.kind ?? '', fields);
  const seen = look.data;
  const query = new URLSearchParams(search).toString();
  const run = useVerb(intakeApi.run, {
    shows: true,
    changes: ['/imports'],
    done: ({ fileName }) => t('began', { name: fileName }),
  });
  const begin = async (from: Look) => {
    const columns = from.columns.map(({ index, name, field }) => ({ index, name, field }));
    const outcome = await run.run({ params: { id }, body: { sheet: from.sheet, headerRow: from.headerRow, columns } });
    if ('reply' in outcome) go(`/import/${id}/run`);
  };
  const foot = (
    <>
      <Button
        type="primary"
        disabled={!seen || seen.missing.length > 0}
        loading={run.running}
        onClick={() => seen && begin(seen)}
      >
        {t('run')}
      </Button>
      <Button onClick={() => go(`/import/${id}/columns${query && `?${query}`}`)}>{t('back')}</Button>
    </>
  );
  return (
    <Wizard at="preview" {...(item.data && { fileName: item.data.fileName })} foot={foot} free={['columns']}>
      <Refused refusal={look.error ?? item.error ?? run.refusal} />
      {!seen && !look.error && <Looking />}
      {seen && (
        <>
          <Found look={seen} />
          <Part title={t('previewHow', { count: seen.rows.length })}>
            <Rows look={seen} fieldName={fieldName} />
          </Part>
        </>
      )}
    </Wizard>
  );
}

/** What the look found in the rows it read. */
function Found({ look }: { look: Look }) {
  const t = useWords(importWords);
  const say = useSaid();
  const numbers = useNumbers();
  const count = numbers.whole(look.looked);
  const nameOf = (index: number | null) => look.columns.find((column) => column.index === index)?.name;
  return (
    <div className="import-found">
      <p className="quiet">
        {look.more ? t('looked', { count }) : t('lookedAll', { count })}
        {look.leftOut > 0 && ` · ${t('leftOutRows', { count: numbers.whole(look.leftOut) })}`}
        {look.problems.length === 0 && ` · ${t('noProblems')}`}
      </p>
      <ul>
        {look.problems.map((found) => (
          <li
            key={`${found.code} ${found.column} ${found.rejects}`}
            className={found.rejects ? 'tone-danger' : 'tone-warn'}
          >
            {nameOf(found.column) && <strong>{nameOf(found.column)} </strong>}
            {t(found.rejects ? 'problemRejects' : 'problemNotes', {
              count: numbers.whole(found.count),
              row: found.firstRow,
              message: say(found.message),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Rows({ look, fieldName }: { look: Look; fieldName: (field: string) => string }) {
  const t = useWords(importWords);
  const say = useSaid();
  const shown = look.columns.flatMap(({ field }) => (field && field !== 'leave_out' ? [field] : []));
  const fields = [...new Set(shown)].filter((field) => look.rows.some(({ values }) => field in values));
  const columnOf = (field: string) => look.columns.find((column) => column.field === field)?.index ?? -1;
  return (
    <div className="import-scroll">
      <table className="import-table">
        <thead>
          <tr>
            <th>{t('row')}</th>
            {fields.map((field) => (
              <th key={field}>{fieldName(field)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {look.rows.map(({ row, taken, values, problems, marked }) => {
            const why = problems.map((one) => say(one)).join('；');
            return taken ? (
              <tr key={row}>
                <th scope="row">{row}</th>
                {fields.map((field) => {
                  const isMarked = marked.includes(columnOf(field));
                  return (
                    <td
                      key={field}
                      className={isMarked ? 'is-marked' : ''}
                      title={isMarked ? why : (values[field] ?? '')}
                    >
                      {values[field]}
                      {isMarked && <span className="only-heard">{why}</span>}
                    </td>
                  );
                })}
              </tr>
            ) : (
              <tr key={row} className="is-rejected">
                <th scope="row">{row}</th>
                <td colSpan={fields.length}>
                  <Tag color="error">{t('rejectedRow')}</Tag> {why}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
