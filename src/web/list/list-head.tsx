/** The labels above the rows, and choosing all of them. */
import { Checkbox } from 'antd';
import type { Column } from '#web/list/list.ts';
import { listWords } from '#web/list/list.words.ts';
import type { Chosen } from '#web/list/use-chosen.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type ListHeadProps<Row> = { columns: readonly Column<Row>[]; chosen: Chosen | undefined; loaded: number };

export function ListHead<Row>({ columns, chosen, loaded }: ListHeadProps<Row>) {
  const t = useWords(listWords);
  const say = useSaid();
  const all = chosen !== undefined && chosen.ids.size >= loaded;
  return (
    <thead>
      <tr className="list-row list-labels" aria-rowindex={1}>
        {chosen && (
          <td className="list-choose">
            <Checkbox
              checked={all}
              indeterminate={chosen.ids.size > 0 && !all}
              aria-label={t('chooseAll')}
              onChange={(event) => chosen.all(event.target.checked)}
            />
          </td>
        )}
        {columns.map(({ key, said, right }) => (
          <th key={key} scope="col" className={right ? 'list-right one-line' : 'one-line'}>
            {say(said)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
