// The stylesheet of the site: how things stand, and a plain look. A template's
// `web/style.css` comes after it and gives the tokens their values.
//
// No script stands behind it, so everything that answers a reader is a state
// of CSS: `:hover`, `:focus-visible`, `:target`. It loads nothing.

import {issueStyle} from './issue-style.ts'
import {replicaStyle} from './replica-style.ts'
import {siteStyle} from './site-style.ts'
import {storyStyle} from './story-style.ts'

const baseStyle = `/* Tokens: a template gives these other values. */
:root {
  color-scheme: light dark;
  --paper: #fbfaf6;
  --sheet: #ffffff;
  --ink: #1b1a17;
  --grey: #5c5850;
  --rule: #cfcabf;
  --accent: #a3161d;
  --on-accent: #ffffff;
  --tint: #f2efe7;
  --zone: #a3161d;
  --lit: #ffd54a;
  --serif: "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Source Han Serif CN", STSong, "Songti TC", SimSun, Georgia, "Times New Roman", serif;
  --sans: -apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", Roboto, "Helvetica Neue", sans-serif;
  --kai: "Kaiti SC", STKaiti, KaiTi, "LXGW WenKai", "Kaiti TC", "Songti SC", "Noto Serif SC", "Noto Serif CJK SC", Georgia, serif;
  --headline: var(--serif);
  --flag: var(--serif);
  --flag-color: var(--accent);
  --flag-weight: 900;
  --flag-spacing: 0.12em;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171613;
    --sheet: #1f1e1a;
    --ink: #e9e5da;
    --grey: #aca698;
    --rule: #46423a;
    --accent: #f0938a;
    --on-accent: #1d0f0d;
    --tint: #24221d;
    --lit: #e0b020;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font-family: var(--serif);
  line-height: 1.65;
  line-break: strict;
  overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
h1, h2, h3, .list .head { font-family: var(--headline); }
/* Chinese heads are parted at spaces and marks, where they have any. */
h1:lang(zh), .head:lang(zh), .around a:lang(zh) { word-break: keep-all; }
h1, h2, h3 { line-height: 1.3; font-weight: 700; text-wrap: balance; }
ul[class], ol[class] { list-style: none; }
img, svg { display: block; max-width: 100%; }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: 0.25em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
.wrap { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
.skip { position: absolute; left: 0.5rem; top: -10rem; z-index: 2; padding: 0.6rem 1rem; background: var(--accent); color: var(--on-accent); font-family: var(--sans); }
.skip:focus, .skip:hover { top: 0.5rem; color: var(--on-accent); }
.small { font-family: var(--sans); font-size: 0.8125rem; color: var(--grey); }

@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { transition: none !important; animation: none !important; scroll-behavior: auto !important; }
}

/* The bar over pages and stories. */
.bar { border-top: 4px solid var(--accent); border-bottom: 1px solid var(--ink); }
.bar > .wrap { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; column-gap: 1.5rem; min-height: 3.25rem; }
.bar a { display: inline-block; padding: 0.5rem 0; text-decoration: none; }
.bar .paper { font-family: var(--flag); font-weight: var(--flag-weight); font-size: 1.3rem; letter-spacing: var(--flag-spacing); color: var(--flag-color); line-height: 1.3; }
.bar ul { display: flex; flex-wrap: wrap; column-gap: 0.6rem; }
.bar li + li::before { content: "/"; margin-right: 0.6rem; color: var(--grey); }

/* Ways on. */
.ways { display: flex; flex-wrap: wrap; gap: 0.5rem; font-family: var(--sans); font-size: 0.875rem; }
.ways a { display: inline-flex; align-items: center; min-height: 2.5rem; padding: 0.35rem 0.9rem; border: 1px solid var(--rule); border-radius: 3px; background: var(--sheet); text-decoration: none; }
.ways a:hover { border-color: var(--accent); }

.foot { margin-top: 3.5rem; border-top: 3px double var(--ink); padding: 1.25rem 0 2.5rem; }
.foot dl { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; justify-content: center; }
.foot dt, .foot dd { display: inline; }
.foot p { text-align: center; margin-top: 0.5rem; }
`

const lightContrast = `--paper: #ffffff;
  --sheet: #ffffff;
  --ink: #000000;
  --grey: #2b2b2b;
  --rule: #000000;
  --accent: #8a0008;
  --on-accent: #ffffff;
  --tint: #ffffff;`

// After the template's: who asks for contrast gets it whatever the template.
const contrastStyle = `
@media (prefers-contrast: more) {
  :root {
    ${lightContrast}
  }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root {
    --paper: #000000;
    --sheet: #000000;
    --ink: #ffffff;
    --grey: #e2e2e2;
    --rule: #ffffff;
    --accent: #ffb4ad;
    --on-accent: #000000;
    --tint: #000000;
  }
}
`

// For a reader who chose it here.
const chosenContrastStyle = `
:root[data-look='light'], :root[data-look='contrast'] { color-scheme: light; }
:root[data-look='dark'] { color-scheme: dark; }
:root[data-look='contrast'] {
  ${lightContrast}
  --band: #000000;
  --on-band: #ffffff;
}
`

const printStyle = `
@media print {
  /* Whatever look the screen has: so many roots weigh more than any choice. */
  :root:root:root { color-scheme: light; --paper: #ffffff; --sheet: #ffffff; --ink: #000000; --grey: #333333; --rule: #888888; --accent: #000000; --tint: #ffffff; }
  html { font-size: 10.5pt; }
  .skip, .ways, .turn, .thumbs { display: none; }
  .bar { border-top: 0; }
  .foot { margin-top: 1.5rem; padding-bottom: 0; }
  a { text-decoration: none; }
  h1, h2, h3 { break-after: avoid; }
  figure, tr, blockquote { break-inside: avoid; }
  p { orphans: 2; widows: 2; }
  @page { margin: 18mm 16mm; }
}
`

/** Join the stylesheet of the site with what a template adds to it. */
export function toStyle(templateStyle: string): string {
  const parts = [baseStyle, issueStyle, replicaStyle, storyStyle, siteStyle]
  const sheet = [...parts, templateStyle].map(toChosenLooks)
  return [...sheet, contrastStyle, chosenContrastStyle, printStyle].join('\n')
}

// A look that a reader chose goes before the system's: rules for dark hold where
// dark is chosen too, and don't where light is.
function toChosenLooks(style: string): string {
  const query = '@media (prefers-color-scheme: dark) {'
  let written = ''
  let at = 0
  for (;;) {
    const start = style.indexOf(query, at)
    if (start === -1) return written + style.slice(at)
    const end = findEnd(style, start + query.length)
    const inside = style.slice(start + query.length, end)
    written +=
      style.slice(at, start) +
      query +
      inside.replaceAll(':root', ':root:not([data-look])') +
      '}\n' +
      inside.replaceAll(':root', ":root[data-look='dark']")
    at = end + 1
  }
}

function findEnd(style: string, from: number): number {
  let depth = 1
  for (let index = from; index < style.length; index++) {
    if (style[index] === '{') depth++
    if (style[index] === '}') depth--
    if (depth === 0) return index
  }
  return style.length
}
