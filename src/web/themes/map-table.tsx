/** The same maps as tables: counts by township, or spread and growth; to be read, heard and copied. */
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import { Go } from '#web/place/go.tsx';
import { GrowthWords } from '#web/themes/growth-words.tsx';
import type { Area, MapWay } from '#web/themes/map-option.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type MapTableProps = { way: MapWay; themes: readonly ThemeItem[]; areas: readonly Area[] };

export function MapTable({ way, themes, areas }: MapTableProps) {
  const t = useWords(themeWords);
  const numbers = useNumbers();
  const columns = way === 'matrix' ? areas.map(({ name }) => name) : [t('signals'), t('townships'), t('recent')];
  return (
    <div className="figures-frame map-table">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {themes.map((theme) => (
            <tr key={theme.id}>
              <th scope="row">
                <Go to={`/themes/${theme.id}`}>{theme.name}</Go>
              </th>
              {way === 'matrix' ? (
                <Counts theme={theme} areas={areas} />
              ) : (
                <>
                  <td className="right figures">{numbers.whole(theme.figures.signals)}</td>
                  <td className="right figures">{numbers.whole(theme.figures.townships)}</td>
                  <td className="right">
                    <GrowthWords figures={theme.figures} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counts({ theme, areas }: { theme: ThemeItem; areas: readonly Area[] }) {
  const counts = new Map(theme.figures.areas);
  return areas.map(({ id }) => (
    <td key={id} className="right figures">
      {counts.get(id) ?? ''}
    </td>
  ));
}
