/** How dark a cell of a heat map is: between the least and the greatest figure shown. Pure. */

export type Range = { min: number; max: number };

export function rangeOf(rows: readonly { cells: readonly (number | null)[] }[]): Range | undefined {
  const values = rows.flatMap(({ cells }) => cells.filter((one): one is number => one !== null));
  return values.length > 0 ? { min: Math.min(...values), max: Math.max(...values) } : undefined;
}

/** 0 … 1; where all are the same, the middle: nothing stands out. */
export const shadeOf = (value: number, { min, max }: Range): number =>
  max === min ? 0.5 : (value - min) / (max - min);

/** Steps of the legend, from the least to the greatest. */
export const legendOf = ({ min, max }: Range, steps = 5): number[] =>
  max === min ? [min] : Array.from({ length: steps }, (_, i) => min + ((max - min) * i) / (steps - 1));
