/** The look of the public pages as one style sheet that stands in the page: no other request, and its hash is its permit. */
import { hash } from 'node:crypto';
import { fonts, type Palette, palette } from '#web/look/palette.ts';

const colours = ({
  ground,
  sheet,
  line,
  edge,
  ink,
  quiet,
  brand,
  brandSoft,
  solid,
  onSolid,
  accent,
  danger,
  dangerSoft,
  good,
  goodSoft,
  warnSoft,
}: Palette) =>
  Object.entries({
    ground,
    sheet,
    line,
    edge,
    ink,
    quiet,
    brand,
    brandSoft,
    solid,
    onSolid,
    accent,
    danger,
    dangerSoft,
    good,
    goodSoft,
    warnSoft,
  })
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** Elder mode: 20 px and more, black on white or white on black, targets of 60 px (适老化: 18 dp, 60). */
const elder = `
.elder{--text:1.375rem;--small:1.25rem;--touch:3.75rem;--ink:#000;--quiet:#1d1d1d;--edge:#000;--ground:#fff;--line:#555}
@media(prefers-color-scheme:dark){.elder{--ink:#fff;--quiet:#eee;--edge:#fff;--ground:#000;--sheet:#000;--line:#bbb}}
.elder h1{font-size:2rem}.elder h2{font-size:1.625rem}
.elder .two{display:block}`;

export const style = `
:root{color-scheme:light dark;--text:1.125rem;--small:1rem;--touch:2.75rem;${colours(palette.light)}}
@media(prefers-color-scheme:dark){:root{${colours(palette.dark)}}}${elder}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:var(--text)/1.6 ${fonts};overflow-wrap:anywhere}
header,main,footer,.training{max-width:44rem;margin:0 auto;padding:0 1rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:center;padding-top:.5rem;padding-bottom:.5rem}
.training{margin-top:1rem;border-left:.375rem solid var(--danger);font-weight:700}
.top{border-top:.5rem solid var(--solid);background:var(--sheet);border-bottom:1px solid var(--line)}
.name{font-weight:700;margin-right:auto;color:var(--ink);text-decoration:none}
main{padding-top:1.5rem;padding-bottom:3rem}
footer{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;color:var(--quiet);font-size:var(--small)}
h1{font-size:1.75rem;line-height:1.3;margin:0 0 1rem}
h2{font-size:1.3125rem;line-height:1.4;margin:2rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}
a{color:var(--brand);text-underline-offset:.2em}
header a,header button,.go,.pages a{display:inline-flex;align-items:center;min-height:var(--touch)}
a:focus-visible,button:focus-visible,input:focus-visible,textarea:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--sheet);padding:.5rem}
.quiet,.hint{color:var(--quiet)}.hint,small{font-size:var(--small)}
.hint{margin:0 0 .5rem}
.field,fieldset{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
legend,.field>label:not(.choice){font-weight:700;display:block;padding:0;margin-bottom:.25rem}
legend h2{margin:0}
input,textarea,select,button{font:inherit;color:inherit}
input[type=text],input[type=tel],textarea,select{width:100%;min-height:var(--touch);padding:.5rem .75rem;border:2px solid var(--edge);border-radius:.25rem;background:var(--sheet)}
input[type=file]{max-width:100%;min-height:var(--touch)}
.short{max-width:9rem}.code-in{text-transform:uppercase;font-family:ui-monospace,Menlo,Consolas,monospace}
.choice{display:flex;align-items:center;gap:.75rem;min-height:var(--touch);padding:.25rem 0}
.choice input{width:1.5rem;height:1.5rem;flex:none;accent-color:var(--solid)}
.choice small{display:block;color:var(--quiet)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem}
@media(max-width:30rem){.two{display:block}}
.bad{border-left:.3125rem solid var(--danger);padding-left:1rem}
.wrong{color:var(--danger);font-weight:700;margin:0 0 .5rem}
.bad input[type=text],.bad input[type=tel],.bad textarea,.bad select{border-color:var(--danger)}
.errors{border:.25rem solid var(--danger);background:var(--sheet);padding:1rem;margin-bottom:1.5rem}
.errors h2{margin-top:0}.errors a{color:var(--danger);font-weight:700}.errors ul{margin:0;padding-left:1.25rem}
.note,.good,.mind{padding:.75rem 1rem;margin:0 0 1.5rem;border-left:.3125rem solid var(--brand);background:var(--brandSoft)}
.good{border-color:var(--good);background:var(--goodSoft)}.mind{border-color:var(--accent);background:var(--warnSoft)}
.mind h2{margin-top:0}.note p:last-child,.good p:last-child,.mind p:last-child{margin:0}
.go,.main{min-height:var(--touch);padding:.5rem 1.5rem;border:0;border-radius:.25rem;background:var(--solid);color:var(--onSolid);font-weight:700;text-decoration:none;cursor:pointer}
.plain{background:none;border:0;padding:0;color:var(--brand);text-decoration:underline;text-underline-offset:.2em;cursor:pointer;min-height:var(--touch)}
.doors{list-style:none;padding:0}.doors li{margin-bottom:1rem;padding:1rem;background:var(--sheet);border:1px solid var(--line);border-radius:.25rem}
.doors h2{margin:0}.doors a{display:flex;align-items:center;min-height:var(--touch)}.doors p{margin:0;color:var(--quiet)}
.code{font:700 1.75rem/1.4 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.06em;background:var(--sheet);border:2px dashed var(--edge);padding:.75rem;text-align:center;white-space:nowrap}
@media(max-width:26rem){.code{font-size:1.25rem;letter-spacing:0}.elder .code{font-size:1.3rem}}
.said{white-space:pre-wrap;border-left:.1875rem solid var(--line);padding-left:1rem}
dl{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem}dt{color:var(--quiet)}dd{margin:0}
.steps{list-style:none;padding:0;border-left:.1875rem solid var(--brand)}.steps li{padding:0 0 1rem 1rem}.steps time{display:block;color:var(--quiet);font-size:var(--small)}.steps p{margin:0}
.state{display:inline-block;font-weight:700;padding:.125rem .75rem;background:var(--brandSoft);border-radius:.25rem}
.state.done{background:var(--goodSoft)}
.list{list-style:none;padding:0}.list li{padding:1rem 0;border-bottom:1px solid var(--line)}.list h2{margin:0;font-size:1.1875rem}.list p{margin:.25rem 0 0}
.pages{display:flex;gap:1.5rem;flex-wrap:wrap}.pages [aria-current]{font-weight:700;color:var(--ink);text-decoration:none}
.trap{position:absolute;left:-999rem;width:1px;height:1px;overflow:hidden}
[hidden]{display:none}
@media print{.top,footer,.no-print,.skip{display:none}body{background:#fff;color:#000}.code{border-color:#000}}
`
  .trim()
  .replaceAll('\n', '');

/** Nothing is loaded but photos and one script of ours; nothing is run or styled that does not stand here. */
export const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
