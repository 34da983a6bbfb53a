/** People a day of the last eight weeks as small bars on zero, the days of the warning darker. Plain SVG. */
const WIDTH = 168;
const HEIGHT = 34;

export function DayBars({ days, window, words }: { days: readonly number[]; window: number; words: string }) {
  const most = Math.max(1, ...days);
  const step = WIDTH / days.length;
  return (
    <svg
      className="warning-bars"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words}
    >
      <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {days.map((n, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a day is its place
          key={i}
          className={i >= days.length - window ? 'in-window' : ''}
          x={i * step + 0.4}
          width={step - 0.8}
          y={HEIGHT - 1 - (n / most) * (HEIGHT - 3)}
          height={(n / most) * (HEIGHT - 3)}
        />
      ))}
    </svg>
  );
}
