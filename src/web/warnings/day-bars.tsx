/** People a day of the last eight weeks as small bars on zero, the days of the warning in the warm colour. Plain SVG. */
const WIDTH = 168;
const HEIGHT = 34;

export function DayBars({ days, window, words }: { days: readonly number[]; window: number; words: string }) {
  const most = Math.max(1, ...days);
  const step = WIDTH / days.length;
  const bar = (n: number, day: number) => {
    const high = (n / most) * (HEIGHT - 3);
    return `M${(day * step + 0.4).toFixed(1)} ${HEIGHT - 1}v${(-high).toFixed(1)}h${(step - 0.8).toFixed(1)}v${high.toFixed(1)}z`;
  };
  const from = days.length - window;
  const bars = days.map(bar);
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
      <path d={bars.slice(0, from).join('')} />
      <path className="in-window" d={bars.slice(from).join('')} />
    </svg>
  );
}
