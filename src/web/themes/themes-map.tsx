/** A map of common problems: a sentence that says what is seen, the picture, and the same as a table. */
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ThemeItem } from '#triage/theme/theme.api.ts';
import { type Area, cellsOf, heightOf, type MapWay, MOST_ROWS } from '#web/themes/map-option.ts';
import { MapTable } from '#web/themes/map-table.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { useWords } from '#web/words/words.ts';

const MapCanvas = lazy(() => import('#web/themes/map-canvas.tsx').then((m) => ({ default: m.MapCanvas })));

/** While it is fetched nobody knows how wide it will be. */
const WIDE = 1000;

type ThemesMapProps = { way: MapWay; themes: readonly ThemeItem[]; areas: readonly Area[] };

export function ThemesMap({ way, themes, areas }: ThemesMapProps) {
  const t = useWords(themeWords);
  const [asTable, setAsTable] = useState(false);
  const most = cellsOf(themes, areas).reduce<ReturnType<typeof cellsOf>[number] | undefined>(
    (best, cell) => (best && best.count >= cell.count ? best : cell),
    undefined,
  );
  const words =
    way === 'bubbles'
      ? t('bubblesSay')
      : t('matrixSays', {
          ...{ themes: Math.min(MOST_ROWS, themes.length), areas: areas.length },
          ...{ most: most?.theme.name ?? '', place: most?.area.name ?? '', count: most?.count ?? 0 },
        });
  return (
    <figure className="chart theme-map">
      <figcaption>
        <p className="theme-map-says">{words}</p>
        <Segmented
          size="small"
          aria-label={t('pictureOrTable')}
          value={asTable ? 'table' : 'picture'}
          options={(['picture', 'table'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => setAsTable(value === 'table')}
        />
      </figcaption>
      {asTable ? (
        <MapTable way={way} themes={themes} areas={areas} />
      ) : (
        <Suspense
          fallback={
            <div
              style={{ height: heightOf({ way, themes, areas, width: WIDE }) }}
              role="status"
              aria-label={t('drawing')}
            />
          }
        >
          <MapCanvas way={way} themes={themes} areas={areas} words={words} />
        </Suspense>
      )}
    </figure>
  );
}
