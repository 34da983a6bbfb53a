/** The button that leads from a thing, or from one of its figures, into the source line. */
import NodeIndexOutlined from '@ant-design/icons/NodeIndexOutlined';
import type { StartKind } from '#views/source-line.api.ts';
import { Go } from '#web/place/go.tsx';
import { sourceWords } from '#web/source/source.words.ts';
import { useWords } from '#web/words/words.ts';

/** `focus`: the id of a thing whose path is lit, or the name of a column. */
type SourceLinkProps = { kind: StartKind; id: string; focus?: string };

export const sourceAddress = ({ kind, id, focus }: SourceLinkProps): string =>
  `/source/${kind}/${id}${focus ? `?focus=${encodeURIComponent(focus)}` : ''}`;

export function SourceLink(props: SourceLinkProps) {
  const t = useWords(sourceWords);
  return (
    <Go to={sourceAddress(props)} className="source-link">
      <NodeIndexOutlined aria-hidden /> {t('title')}
    </Go>
  );
}
