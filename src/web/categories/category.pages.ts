/** The pages of categories: the tree, and the models that learned it. */
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import type { Page } from '#web/desk/pages.ts';

export const categoryPages: Page[] = [
  {
    path: '/categories',
    said: { zh: '分类', en: 'Categories' },
    permission: ['category.read'],
    menu: { place: 75, icon: ApartmentOutlined },
    load: () => import('#web/categories/categories-page.tsx').then((m) => m.CategoriesPage),
  },
  {
    path: '/categories/models',
    said: { zh: '分类模型', en: 'Models of categories' },
    permission: ['category.read'],
    load: () => import('#web/categories/models-page.tsx').then((m) => m.ModelsPage),
  },
];
