/** One category: its path, dates and tickets, how else it is called, and its steps. */
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type CategoryItem, categoryApi } from '#triage/category/category.api.ts';
import { type CategoryStep, LEAST_EXAMPLES, states } from '#triage/category/category.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { categoryWords } from '#web/categories/category.words.ts';
import {
  AddDialog,
  AliasDialog,
  CloseDialog,
  MoveDialog,
  RenameDialog,
  ReopenDialog,
} from '#web/categories/category-dialogs.tsx';
import type { Tree } from '#web/categories/use-tree.ts';
import { useMay } from '#web/desk/me.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type Asked = Exclude<CategoryStep, 'unalias'> | 'addBelow';
const forOpen: Asked[] = ['addBelow', 'rename', 'move', 'alias', 'close'];

export function CategoryPart({ tree, item }: { tree: Tree; item: CategoryItem }) {
  const t = useWords(categoryWords);
  const numbers = useNumbers();
  const times = useTimes();
  const manages = useMay()('category.manage');
  const [asked, setAsked] = useState<Asked>();
  const node = findNode(tree, item.id);
  const close = () => setAsked(undefined);
  const about = { tree, item, onClose: close };
  const dialogs: Record<Asked, () => ReactNode> = {
    addBelow: () => <AddDialog tree={tree} above={item} onClose={close} />,
    rename: () => <RenameDialog {...about} />,
    move: () => <MoveDialog {...about} />,
    alias: () => <AliasDialog {...about} />,
    close: () => <CloseDialog {...about} />,
    reopen: () => <ReopenDialog {...about} />,
  };
  const path = tree.pathOf(item.id).split(' / ').slice(0, -1).join(' / ');
  return (
    <Part title={item.name}>
      <p className="quiet category-path">
        {path !== '' && <span>{path}</span>}
        <StateTag state={states[item.state]} />
      </p>
      {manages && (
        <div className="category-steps">
          {(item.state === 'open' ? forOpen : (['reopen'] as const)).map((step) => (
            <Button key={step} size="small" danger={step === 'close'} onClick={() => setAsked(step)}>
              {t(step)}
            </Button>
          ))}
        </div>
      )}
      <dl className="facts">
        <div>
          <dt>{t('code')}</dt>
          <dd className="figures">{item.code}</dd>
        </div>
        <div>
          <dt>{t('since')}</dt>
          <dd>{times.date(item.validFrom)}</dd>
        </div>
        {item.validTo && (
          <div>
            <dt>{t('until')}</dt>
            <dd>{times.date(item.validTo)}</dd>
          </div>
        )}
        <div>
          <dt>{t('tickets')}</dt>
          <dd>
            {t('ticketsOf', { own: numbers.whole(node?.own ?? 0) })}
            {node && node.all > node.own && t('ticketsBelow', { all: numbers.whole(node.all) })}
          </dd>
        </div>
        <div>
          <dt>{t('learned')}</dt>
          <dd>{t((node?.own ?? 0) >= LEAST_EXAMPLES ? 'learnedYes' : 'learnedNo')}</dd>
        </div>
        <div>
          <dt>{t('aliases')}</dt>
          <dd>
            {item.aliases.length === 0 && <span className="faint">{t('noAliases')}</span>}
            <Aliases item={item} manages={manages && item.state === 'open'} />
          </dd>
        </div>
      </dl>
      {asked && dialogs[asked]()}
    </Part>
  );
}

function findNode(tree: Tree, id: string) {
  const walk = (nodes: Tree['roots']): Tree['roots'][number] | undefined => {
    for (const node of nodes) {
      if (node.key === id) return node;
      const below = walk(node.children);
      if (below) return below;
    }
    return undefined;
  };
  return walk(tree.roots);
}

function Aliases({ item, manages }: { item: CategoryItem; manages: boolean }) {
  const t = useWords(categoryWords);
  const verb = useVerb(categoryApi.unalias, {
    changes: ['/categories'],
    done: (_, { query }) => t('unaliased', { words: item.aliases.find(({ id }) => id === query?.id)?.words ?? '' }),
  });
  return item.aliases.map(({ id, words }) => (
    <Tag
      key={id}
      closable={manages && !verb.running}
      closeIcon={manages ? <CloseOutlined aria-label={t('unalias', { words })} /> : false}
      onClose={(event) => {
        event.preventDefault();
        void verb.run({ params: { id: item.id, alias: id }, query: { id: newId(), version: String(item.version) } });
      }}
    >
      {words}
    </Tag>
  ));
}
