/** Words of the report page and of the code that it gives. */
import type { Said } from '#platform/problem.ts';

export const reportWords = {
  title: { zh: '反映一件事', en: 'Report something' },
  lead: {
    zh: '不用注册。写清楚发生了什么、在哪里，城市会有人看，并派给负责的单位办理。',
    en: 'No account is needed. Say what happened and where: somebody reads it and gives it to the unit whose duty it is.',
  },
  matter: { zh: '是哪一种事', en: 'What kind of matter is it' },
  words: { zh: '发生了什么', en: 'What happened' },
  wordsHint: {
    zh: '什么时候、看到了什么、希望怎么解决。一次写一件事，最多 {limit} 个字。',
    en: 'When, what you saw, and what you hope for. One matter at a time, at most {limit} characters.',
  },
  place: { zh: '在哪里', en: 'Where' },
  placeHint: { zh: '例如：柳岸小区北门、3 路车终点站', en: 'For example: north gate of an estate, terminus of bus 3' },
  area: { zh: '属于哪个区域', en: 'In which area' },
  anyArea: { zh: '不清楚', en: 'I do not know' },
  photos: { zh: '照片', en: 'Photos' },
  photosHint: {
    zh: '最多 {limit} 张，JPG、PNG 或 WebP，每张不超过 {size} MB。照片里的拍摄地点等信息会自动去掉。',
    en: 'Up to {limit}, as JPG, PNG or WebP, {size} MB each at most. Where and when a photo was taken is removed from it.',
  },
  photoKept: { zh: '照片 {index} 已收到（{size}）', en: 'Photo {index} is here ({size})' },
  photoDrop: { zh: '不要照片 {index}', en: 'Leave photo {index} out' },
  secret: { zh: '请保密', en: 'Keep it secret' },
  secretNote: {
    zh: '内容只给受理人员和主办单位看。选了“举报”的一律保密，姓名和电话对承办单位隐藏。',
    en: 'Only those who sort reports and the unit that leads see it. Reports of wrongdoing always are, and the unit never sees who you are.',
  },
  who: { zh: '您的联系方式', en: 'How to reach you' },
  whoHint: {
    zh: '可以都不填。只用来就这件事联系您，加密保存，只有受理人员写明理由才能看到。',
    en: 'You may leave both empty. They serve only to reach you about this, are stored encrypted, and are seen only for a written reason.',
  },
  name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Phone' },
  digits: { zh: '自己定 4 位数字', en: 'Choose four digits' },
  digitsHint: {
    zh: '下次查询要用，请记住。不要用生日、电话尾号或 1234。',
    en: 'You need them to follow your report. Not your birthday, the end of your phone number, or 1234.',
  },
  trap: { zh: '请留空', en: 'Leave this empty' },
  send: { zh: '提交', en: 'Send' },
  doneTitle: { zh: '已收到', en: 'Received' },
  doneLead: { zh: '您反映的事已经收到，编号 {number}。', en: 'Your report has been received as {number}.' },
  doneCode: { zh: '您的查询码', en: 'Your code' },
  doneKeep: {
    zh: '请现在抄下或截图：查询码只显示这一次，我们也查不到。查询时还要您自己定的 4 位数字。',
    en: 'Write it down or take a picture now: it is shown this once, and we cannot look it up. You also need your four digits.',
  },
  easy: {
    zh: '您选的 4 位数字很容易被猜到，请不要把查询码给别人看。',
    en: 'Your four digits are easily guessed: show your code to nobody.',
  },
  next: { zh: '接下来', en: 'What happens next' },
  nextRead: {
    zh: '受理人员会看您反映的内容，派给负责的单位。',
    en: 'Somebody reads your report and gives it to the unit whose duty it is.',
  },
  nextAsk: {
    zh: '需要您补充时，会在查询页面上提问。',
    en: 'Where more has to be known, a question waits for you on the page where you follow it.',
  },
  nextRate: {
    zh: '办完后请来评价，没解决可以申请重办。',
    en: 'When it is done, say how it went; if it is not solved, ask for more.',
  },
  print: { zh: '可以用浏览器的“打印”把这一页印出来。', en: 'Print this page with your browser if you like.' },
  followNow: { zh: '现在就查询', en: 'Follow it now' },
  another: { zh: '再反映一件事', en: 'Report something else' },
  sendAgain: { zh: '没有提交成功', en: 'It was not sent' },
} as const satisfies Record<string, Said>;

/** What each kind of matter is, for somebody who has never sorted one. */
export const matterNotes: Record<string, Said> = {
  help: { zh: '有困难，请求帮助解决', en: 'Something is wrong and you need help' },
  complaint: { zh: '对管理、服务不满意', en: 'You are not content with a service or an office' },
  report: { zh: '有人违法违规', en: 'Somebody breaks the law or the rules' },
  consult: { zh: '想了解政策、办事流程', en: 'You want to know a rule or how something is done' },
  suggest: { zh: '有改进的想法', en: 'You have an idea' },
  praise: { zh: '表扬人或单位', en: 'Somebody did well' },
};
