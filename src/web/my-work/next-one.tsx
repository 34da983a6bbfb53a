/** The one most pressing matter, with what is asked as its button. */
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button } from 'antd';
import type { WorkItem } from '#views/desk.api.ts';
import { placeOf } from '#web/desk/found-list.tsx';
import { myWorkWords } from '#web/my-work/my-work.words.ts';
import { nextStep, useWhy } from '#web/my-work/why.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Due } from '#web/show/due.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function NextOne({ item }: { item: WorkItem }) {
  const t = useWords(myWorkWords);
  const say = useSaid();
  const why = useWhy();
  const { go } = usePlace();
  const to = placeOf(item);
  return (
    <section className="next-one" aria-label={t('next')}>
      <p className="next-line">
        <strong>{t('next')}</strong>
        <span className="figures faint">{item.number}</span>
        <span>{say(item.what)}</span>
        {item.due && <Due due={item.due} />}
        <span className="quiet">{why(item)}</span>
      </p>
      <h2>
        <Go to={to} className="next-title">
          {item.title}
        </Go>
      </h2>
      <Button type="primary" size="large" icon={<RightOutlined />} iconPlacement="end" onClick={() => go(to)}>
        {say(nextStep(item))}
      </Button>
    </section>
  );
}
