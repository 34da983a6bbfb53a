/** Second step: which sheet, where its header stands, and what each column is; proposed with reasons, decided here. */
import { Alert, Button, Segmented, Spin } from 'antd';
import { Refused } from '#web/call/refused.tsx';
import { importWords } from '#web/imports/import.words.ts';
import { MappingTable } from '#web/imports/mapping-table.tsx';
import { RawTop } from '#web/imports/raw-top.tsx';
import { useFieldName } from '#web/imports/use-field-name.ts';
import { type Look, useLook } from '#web/imports/use-look.ts';
import { Wizard } from '#web/imports/wizard.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

/** A field may hold one column, but these. */
const REPEATABLE = new Set(['leave_out', 'caller_phone']);

function fieldTwice({ columns }: Look): string | undefined {
  const seen = new Set<string>();
  for (const { field } of columns) {
    if (!field || REPEATABLE.has(field)) continue;
    if (seen.has(field)) return field;
    seen.add(field);
  }
  return undefined;
}

export function ColumnsPage() {
  const t = useWords(importWords);
  const { search, go } = usePlace();
  const { id, look, item, setSheet, setHeader, setField, byHand } = useLook();
  const fields = item.data?.fields ?? [];
  const fieldName = useFieldName(item.data?.kind ?? '', fields);
  const seen = look.data;
  const twice = seen && fieldTwice(seen);
  const names = seen?.missing.map(fieldName).join('、') ?? '';
  const query = new URLSearchParams(search).toString();
  const next = look.error ? (
    <OtherFile kind={item.data?.kind} />
  ) : (
    <Button
      type="primary"
      disabled={!seen || seen.missing.length > 0 || Boolean(twice)}
      loading={look.isFetching}
      onClick={() => go(`/import/${id}/preview${query && `?${query}`}`)}
    >
      {t('next')}
    </Button>
  );
  return (
    <Wizard at="columns" {...(item.data && { fileName: item.data.fileName })} foot={next}>
      <Refused refusal={look.error ?? item.error} />
      {!seen && !look.error && <Looking />}
      {seen && (
        <>
          {seen.sheets.length > 1 && (
            <div className="import-sheets">
              <span className="faint">{t('sheet')}</span>
              <Segmented
                value={seen.sheet}
                options={seen.sheets.map(({ name, hidden }) => ({
                  value: name,
                  label: hidden ? t('hiddenSheet', { name }) : name,
                }))}
                onChange={setSheet}
              />
            </div>
          )}
          <Part title={t('header', { row: seen.headerRow })} action={<span className="faint">{t('headerHow')}</span>}>
            <RawTop look={seen} onHeader={setHeader} />
          </Part>
          {seen.missing.length > 0 && <Alert type="warning" showIcon title={t('missing', { names })} />}
          {twice && <Alert type="warning" showIcon title={t('twice', { name: fieldName(twice) })} />}
          <Part
            title={t('mapping')}
            action={seen.remembered && !byHand && <span className="light tone-done">{t('remembered')}</span>}
          >
            <MappingTable
              columns={seen.columns}
              fields={fields}
              fieldName={fieldName}
              keepsRest={item.data?.kind === 'signals'}
              onChange={(at, field) => setField(seen.columns, at, field)}
            />
          </Part>
        </>
      )}
    </Wizard>
  );
}

/** A file that cannot be read leads back to the first step, where the next one is brought. */
export function OtherFile({ kind }: { kind: string | undefined }) {
  const t = useWords(importWords);
  const { go } = usePlace();
  return (
    <Button type="primary" onClick={() => go(`/import/new${kind ? `?kind=${kind}` : ''}`)}>
      {t('otherFile')}
    </Button>
  );
}

export function Looking() {
  const t = useWords(importWords);
  return (
    <Spin delay={300} description={t('lookingLong')}>
      <div className="import-looking" />
    </Spin>
  );
}
