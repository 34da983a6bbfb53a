/** Words of the answers beside the desk entry. */
export const answerWords = {
  title: { zh: '知识库的答案', en: 'Answers of the knowledge base' },
  count: { zh: '找到 {count} 条', en: '{count} {count|entry|entries} found' },
  none: { zh: '知识库里没有相近的', en: 'Nothing alike in the knowledge base' },
  take: { zh: '照此答复', en: 'Answer with it' },
  takeLong: { zh: '照“{question}”当场答复', en: 'Answer with “{question}”' },
  taken: {
    zh: '已填入“怎么答复的”，登记即为当场答复',
    en: 'Filled into what was answered; entering it settles the call',
  },
  see: { zh: '打开', en: 'Open' },
  seeLong: { zh: '打开“{question}”', en: 'Open “{question}”' },
  due: { zh: '待复核，请留意是否仍有效', en: 'Due for review: mind whether it still holds' },
  noHelp: { zh: '没有合适的', en: 'None of these helps' },
  wished: {
    zh: '已告诉知识库的编写人，来电内容里的个人信息已隐去',
    en: 'Those who write were told; personal details are masked',
  },
} as const;
