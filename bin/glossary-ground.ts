/** The glossary's terms of supervision, and of the ground that everything stands on. */

export const moreTerms: [term: string, zh: string, what: string, room: string][] = [
  ['ladder', '督办阶梯', 'What happens as a limit runs out, rung by rung: dated data.', 'supervision'],
  ['letter', '督办单', 'A numbered letter to the head of a unit, answered in words.', 'supervision'],
  ['talk', '约谈', 'A formal talk: who was there, when, what was agreed.', 'supervision'],
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
];
