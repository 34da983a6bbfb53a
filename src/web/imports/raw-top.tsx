/** The first rows as they stand in the sheet; the header row is marked, another can be clicked. */
import { importWords } from '#web/imports/import.words.ts';
import type { Look } from '#web/imports/use-look.ts';
import { useWords } from '#web/words/words.ts';

export function RawTop({ look: { top, headerRow }, onHeader }: { look: Look; onHeader: (row: number) => void }) {
  const t = useWords(importWords);
  const width = Math.max(1, ...top.map(({ cells }) => cells.length));
  return (
    <div className="import-scroll import-top">
      <table className="import-table import-raw">
        <tbody>
          {top.map(({ row, cells }) => (
            <tr key={row} className={row === headerRow ? 'is-header' : row < headerRow ? 'is-above' : ''}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={row === headerRow}
                  title={t('chooseRow', { row })}
                  aria-label={t('chooseRow', { row })}
                  onClick={() => onHeader(row)}
                >
                  {row}
                </button>
              </th>
              {Array.from({ length: width }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row
                <td key={i} title={cells[i] ?? ''}>
                  {cells[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
