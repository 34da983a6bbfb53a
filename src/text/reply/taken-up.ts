/** Whether a reply takes up a point: whether it says the words that tell what the point is about. Runs in the browser. */

/** Words that stand in any message and any reply: sharing them says nothing. */
const common =
  /(?:有关部门|相关部门|主管部门|是不是|能不能|可不可以|有没有|什么时候|为什么|怎么样|怎么办|请问|请求|恳请|希望|要求|建议|咨询|反映|投诉|举报|领导|政府|部门|问题|情况|处理|解决|回复|答复|尽快|早日|及时|是否|能否|可否|如何|何时|怎么|怎样|多久|多少|哪里|什么|这个|那个|这种|这样|我们|你们|他们|自己|大家|居民|业主|群众|老百姓|市民|村民|现在|目前|已经|可以|应该|需要|进行|一个|一下|没有|不能|不是|就是|还是|但是|因为|所以|如果|以及|或者|对于|关于|根据|通过|关注|支持|重视|落实|查处|严查|彻查|核查|核实|调查|协调|帮助|帮忙|督促|百忙|抽空|给予|予以|责令|高度|尽心尽力|认真|严肃|妥善|介入|满意|圆满|有关|相关|单位|上级|工作|管理|小区|社区|街道|书记|市长|谢谢|您好|[的了着过地得之所在于是为有没无不也都就才又再还很太更最会能要想让使把被给向对和与跟及或且但而以其此该各每某另个条家位名次吗呢吧啊呀请问望])/g;

/** Pairs of characters that carry the point. */
export function tellingPairs(words: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of plain(words).replace(common, '|').split('|')) {
    for (let at = 0; at + 2 <= run.length; at++) pairs.add(run.slice(at, at + 2));
  }
  return pairs;
}

/** How many of the point's telling pairs there are, and how many of them the reply says. */
export function sharedPairs(point: string, reply: string): { of: number; said: number } {
  const pairs = tellingPairs(point);
  const text = plain(reply);
  let said = 0;
  for (const pair of pairs) if (text.includes(pair)) said++;
  return { of: pairs.size, said };
}

/** Letters, digits and characters alone, half width, in small letters. */
function plain(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '|');
}
