"""The look of a page: sans-serif on a screen, 仿宋 on A4; nothing is fetched."""

STYLE = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: #fff; color: #1a1a1a; font-size: 1.0625rem; line-height: 1.8;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  overflow-wrap: anywhere; line-break: strict;
}
main { max-width: 50rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
main:has(article.wide) { max-width: 82rem; }
h1, h2, h3, h4, h5, h6 { margin: 1.5em 0 .5em; font-size: 1.0625rem; line-height: 1.6; }
h1, .annex > h2 { margin: 1.5em 0 1.2em; font-size: 1.625rem; line-height: 1.5; text-align: center; }
.annex > h2 { font-size: 1.375rem; }
h1, .annex > h2, .mark { text-wrap: balance; }
h1 span, .annex > h2 span { display: inline-block; }
.level1 { font-size: 1.25rem; }
.level2, .level3, .level4 { text-indent: 2em; }
.level3, .level4 { font-weight: 500; }
p { margin: .6em 0; text-indent: 2em; }
.flush, .label, .signature p, .number, .mark, .imprint p { text-indent: 0; }
.run-in { margin: .6em 0; text-indent: 2em; }
.run-in > * { display: inline; margin: 0; text-indent: 0; font-size: 1.0625rem; }
.masthead { margin-bottom: 2rem; padding-bottom: .75rem; border-bottom: 2px solid #c00000; }
.mark { margin: .5em 0; color: #c00000; font-size: 2rem; font-weight: 700; line-height: 1.4; text-align: center; }
.number { text-align: center; }
.form { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; }
.form div { display: flex; gap: .75rem; }
.form dt { font-weight: 700; }
.form dd { margin: 0; min-width: 2em; }
.annexes { margin: 1.2em 0; }
.annexes ol { margin: 0; padding-left: 4em; }
a { color: #0b4f96; text-underline-offset: .2em; }
a:focus-visible, .scroll:focus-visible { outline: 3px solid #0b4f96; outline-offset: 2px; }
.signature { margin: 2.5em 0 1em auto; width: fit-content; max-width: 100%; padding-right: 2em; text-align: center; }
.signature p { margin: .3em 0; }
.annex { margin-top: 3rem; padding-top: 1.5rem; border-top: 1px solid #767676; }
.label { font-weight: 700; }
.imprint { margin-top: 2rem; border-top: 2px solid #1a1a1a; border-bottom: 2px solid #1a1a1a; }
.fill { display: inline-block; max-width: calc(100% - 2em); overflow: hidden; white-space: nowrap; text-indent: 0; vertical-align: bottom; }
.scroll { margin: 1em 0; overflow-x: auto; }
.annex.wide .scroll { position: relative; left: 50%; width: min(80rem, 100vw - 2.5rem); transform: translateX(-50%); }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9375rem; line-height: 1.6; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .45em .6em; border: 1px solid #767676; text-align: left; vertical-align: middle; }
thead th { background: #f0f2f5; text-align: center; }
tbody th { font-weight: 400; }
.center { text-align: center; }
.right { text-align: right; }
td:empty { height: 3em; }
@media (max-width: 40rem) { [rowspan] { vertical-align: top; } }
@page { size: A4; margin: 30mm 24mm 26mm 26mm; }
@page wide { size: A4 landscape; margin: 24mm; }
@media print {
  body { color: #000; font: 14pt/1.7 FangSong, 仿宋, 仿宋_GB2312, STFangsong, "Noto Serif CJK SC", serif; }
  main, main:has(.wide) { max-width: none; padding: 0; }
  h1, .annex > h2 { margin: 0 0 1.2em; font-size: 20pt; font-weight: 400; }
  h2, h3, h4, h5, h6, .run-in > * { font-size: 14pt; }
  h1, h2, h3, h4, h5, h6, .label { break-after: avoid; }
  .level1 { font-family: SimHei, 黑体, "Noto Sans CJK SC", sans-serif; font-weight: 400; text-indent: 2em; }
  .level2 { font-family: KaiTi, 楷体, STKaiti, serif; font-weight: 400; text-indent: 2em; }
  .level3, .level4 { font-weight: 400; text-indent: 2em; }
  .run-in > * { text-indent: 0; }
  .annex { margin: 0; padding: 0; border: 0; break-before: page; }
  .wide { page: wide; }
  .scroll, .annex.wide .scroll { position: static; width: auto; overflow: visible; transform: none; }
  table { min-width: 0 !important; font-size: 10.5pt; }
  thead th { background: none; }
  table:not(:has([rowspan])) tr, .signature, .imprint { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""
