/** The knowledge base: its list, one entry, and what no entry answers. */
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import type { Page } from '#web/desk/pages.ts';

const said = { zh: '知识库', en: 'Knowledge' };

export const knowledgePages: Page[] = [
  {
    path: '/knowledge',
    said,
    permission: ['knowledge.read'],
    menu: { place: 28, daily: ['signal.enter'], icon: ReadOutlined },
    load: () => import('#web/knowledge/knowledge-list.tsx').then((m) => m.KnowledgeList),
  },
  {
    path: '/knowledge/wishes',
    said: { zh: '缺的知识', en: 'Knowledge that is missing' },
    permission: ['knowledge.write'],
    load: () => import('#web/knowledge/wishes-page.tsx').then((m) => m.WishesPage),
  },
  {
    path: '/knowledge/templates',
    said: { zh: '答复模板', en: 'Prepared answers' },
    permission: ['knowledge.write'],
    load: () => import('#web/templates/templates-page.tsx').then((m) => m.TemplatesPage),
  },
  {
    path: '/knowledge/$id',
    said,
    permission: ['knowledge.read'],
    load: () => import('#web/knowledge/knowledge-view.tsx').then((m) => m.KnowledgePage),
  },
];
