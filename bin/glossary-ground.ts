/** The glossary's terms of the rooms beside the flow, and of the ground that everything stands on. */

export const moreTerms: [term: string, zh: string, what: string, room: string][] = [
  ['ladder', '督办阶梯', 'What happens as a limit runs out, rung by rung: dated data.', 'supervision'],
  ['letter', '督办单', 'A numbered letter to the head of a unit, answered in words.', 'supervision'],
  ['talk', '约谈', 'A formal talk: who was there, when, what was agreed.', 'supervision'],
  [
    'way out',
    '对外发送渠道',
    'E-mail, 企业微信, 钉钉 or text message, set by the city; each person is reached by one.',
    'message',
  ],
  ['procedure', '标准流程', 'A list of steps with role, limit and evidence, in dated versions.', 'procedure'],
  ['run', '流程办理', 'A procedure as it is carried out once: each step a task, or many.', 'procedure'],
  [
    'automatic feedback',
    '自动反馈',
    'A step that closes by itself because its evidence is there; nobody reviews it.',
    'procedure',
  ],
  ['trigger', '触发条件', 'What starts a run without anybody: once an event.', 'procedure'],
  ['notice to many', '通知交办', 'One step given to up to 40,000 persons.', 'procedure'],
  ['message', '消息', 'What a person is told in the desk; at most five a day are pushed.', 'message'],
  ['reaction', '后续', 'What follows a ledger row: once inside the database, however often it is woken.', 'ledger'],
  [
    'decision id',
    '决定编号',
    'The id that a client gives a decision: the same id, person and content is the same decision.',
    'ledger',
  ],
  ['gram', '字对', 'A pair of characters (or an attribute) as a number in the search index.', 'text'],
  [
    'city',
    '城市',
    'A schema of its own: accounts, keys, files and ledger are per city, and nothing crosses.',
    'platform',
  ],
  [
    'entry, wording, wish',
    '知识、问法、缺的知识',
    'An entry of the knowledge base answers a question for its owner unit, published by somebody else than its writer; wordings are other ways of asking it; a wish is what was asked and no entry answers.',
    'knowledge',
  ],
  [
    'paper',
    '日报、周报',
    'A report for the leaders, drawn as a .docx draft from figures that a past day gives whenever it is asked; kept with its day.',
    'paper',
  ],
  [
    'suspension, extension',
    '挂起、延期',
    'Rows beside a clock: time that does not count, with who allowed it; time granted on top. The deadline follows.',
    'clock',
  ],
  [
    'office hours',
    '办公时间',
    'Dated rows of when offices are open, with summer hours, of everybody or one unit; working hours are counted in them.',
    'clock',
  ],
  ['provisional', '暂定', 'A deadline that reaches into a year whose calendar is not published.', 'clock'],
  ['programme version', '方案版本', 'The dated rules a problem was made under; it keeps them.', 'rules'],
];
