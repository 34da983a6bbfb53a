/** How many are red, yellow and green, each with its shape and word; a zero is not shown. */
import { Light } from '#web/show/light.tsx';
import { useNumbers } from '#web/words/numbers.ts';

const lights = ['red', 'yellow', 'green'] as const;

type Figures = Record<(typeof lights)[number], number>;

export function LightFigures({ of, none }: { of: Figures; none: string }) {
  const numbers = useNumbers();
  const some = lights.filter((light) => of[light] > 0);
  if (some.length === 0) return <span className="quiet">{none}</span>;
  return (
    <span className="light-figures">
      {some.map((light) => (
        <span key={light}>
          <Light colour={light} /> <strong className="figures">{numbers.whole(of[light])}</strong>
        </span>
      ))}
    </span>
  );
}
