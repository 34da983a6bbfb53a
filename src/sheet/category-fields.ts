/** The columns of a list of categories: a column a level, or a name with the one above it. */
import { type Field, listed } from '#sheet/field.ts';

export const categoryFields = [
  { field: 'level1', names: listed('一级分类、一级类别、一级目录、一级事项、一级、大类、大类名称、level 1、level1') },
  { field: 'level2', names: listed('二级分类、二级类别、二级目录、二级事项、二级、中类、level 2、level2') },
  { field: 'level3', names: listed('三级分类、三级类别、三级目录、三级事项、三级、小类、小类名称、level 3、level3') },
  { field: 'level4', names: listed('四级分类、四级类别、四级目录、四级事项、四级、细类、level 4、level4') },
  { field: 'level5', names: listed('五级分类、五级类别、五级目录、五级事项、五级、level 5、level5') },
  { field: 'level6', names: listed('六级分类、六级类别、六级目录、六级事项、六级、level 6、level6') },
  { field: 'name', names: listed('分类名称、分类、类别名称、类别、事项名称、事项、名称、name、category') },
  { field: 'parent', names: listed('上级分类、上级类别、上级名称、上级、父级、父类、所属分类、parent') },
  { field: 'code', names: listed('分类编码、分类代码、类别编码、类别代码、事项编码、编码、代码、编号、code') },
] as const satisfies readonly Field[];

export type CategoryField = (typeof categoryFields)[number]['field'];
