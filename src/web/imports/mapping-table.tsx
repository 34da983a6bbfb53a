/** One line a column: its name, what stands in it, what it becomes, and why that was proposed. */
import { Select } from 'antd';
import { importWords } from '#web/imports/import.words.ts';
import type { LookColumn } from '#web/imports/use-look.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type MappingTableProps = {
  columns: readonly LookColumn[];
  fields: readonly { field: string; required: boolean }[];
  fieldName: (field: string) => string;
  /** A column without a field is kept as additional information. */
  keepsRest: boolean;
  onChange: (at: number, field: string | null) => void;
};

const REST = '';

export function MappingTable({ columns, fields, fieldName, keepsRest, onChange }: MappingTableProps) {
  const t = useWords(importWords);
  const say = useSaid();
  const rest = keepsRest ? t('asExtra') : t('notKept');
  const taken = new Set(columns.map(({ field }) => field));
  const options = [
    { value: REST, label: rest },
    ...fields.map(({ field, required }) => ({
      value: field,
      label: `${fieldName(field)}${required ? ' *' : ''}`,
      taken: taken.has(field),
    })),
  ];
  return (
    <div className="import-scroll">
      <table className="import-table import-mapping">
        <thead>
          <tr>
            <th>{t('column')}</th>
            <th>{t('becomes')}</th>
            <th>{t('samples')}</th>
            <th>{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <tr key={column.index} className={column.field ? '' : 'is-rest'}>
              <td>{column.name || <span className="faint">{t('nameless')}</span>}</td>
              <td>
                <Select<string>
                  aria-label={`${column.name} ${t('becomes')}`}
                  className="import-field"
                  value={column.field ?? REST}
                  options={options}
                  showSearch={{ optionFilterProp: 'label' }}
                  popupMatchSelectWidth={false}
                  status={column.field && column.confidence < 0.6 && column.confidence > 0 ? 'warning' : ''}
                  onChange={(field) => onChange(at, field || null)}
                />
              </td>
              <td className="faint">
                <span className="one-line" title={column.samples.join('\n')}>
                  {column.samples.join(' | ')}
                </span>
              </td>
              <td className="quiet">{say(column.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
