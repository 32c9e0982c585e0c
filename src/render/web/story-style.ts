// How a story stands on its page: one column to read, as in a good book.
//
// The names are those of `article.ts`.

/** Stylesheet of stories. */
export const storyStyle = `/* A story. */
.column { max-width: 42rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 3.25rem) 0 0; }
.story > header { text-align: center; margin-bottom: 2rem; padding-bottom: 1.5rem; border-bottom: 1px solid var(--rule); }
.story .kicker { font-family: var(--kai); font-size: 1.15rem; color: var(--grey); margin-bottom: 0.5rem; }
.story h1 { font-size: clamp(1.7rem, 6vw, 2.6rem); line-height: 1.28; font-weight: 800; }
.story .deck { font-family: var(--kai); font-size: clamp(1.05rem, 3vw, 1.25rem); margin-top: 0.75rem; text-wrap: balance; }
.story .byline { font-family: var(--kai); color: var(--grey); margin-top: 0.9rem; }
.story .summary { text-align: left; margin-top: 1.25rem; padding: 0.9rem 1.1rem; background: var(--tint); border-left: 3px solid var(--accent); font-family: var(--kai); }
.story .label, .untitled { font-family: var(--sans); font-size: 0.875rem; font-weight: 400; color: var(--grey); text-align: center; margin-bottom: 1rem; }
.body { font-size: 1.0625rem; line-height: 1.8; }
.body > p + p { text-indent: 1.4em; }
.body:lang(zh), .story:lang(zh) .body { line-height: 1.95; }
.body:lang(zh) :where(p) { text-indent: 2em; text-align: justify; margin-bottom: 0.55em; text-spacing-trim: trim-start; text-autospace: normal; hanging-punctuation: allow-end; }
.body:not(:lang(zh)) { hyphens: auto; }
.body h2, .body h3 { font-family: var(--sans); font-size: 1.15rem; text-align: center; margin: 1.8em 0 0.8em; }
.lead-in { font-family: var(--sans); font-weight: 700; font-size: 0.95em; }
em:lang(zh) { font-family: var(--kai); font-style: normal; }
em.dots { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
.body .picture-missing, .body figure p, .body li p, .body td p, .body .truncated, .body .box-title { text-indent: 0; }
.body figure { margin: 1.8rem 0; }
.body figure img { width: 100%; height: auto; max-height: 85vh; object-fit: contain; border-radius: 2px; }
figcaption { font-family: var(--kai); font-size: 0.9375rem; line-height: 1.6; color: var(--grey); margin-top: 0.6rem; text-align: center; }
.credit { font-family: var(--sans); font-size: 0.8125rem; white-space: nowrap; }
.picture-missing { display: grid; place-items: center; aspect-ratio: 16 / 9; border: 1px dashed var(--grey); background: var(--tint); font-family: var(--sans); font-size: 0.9375rem; color: var(--grey); }
.truncated { font-family: var(--sans); font-size: 0.9375rem; color: var(--accent); }
.body:lang(zh) .truncated { text-align: center; }
.body blockquote { margin: 1.2rem 0; padding-left: 1.1rem; border-left: 3px solid var(--rule); font-family: var(--kai); }
.pull-quote { margin: 1.8rem 0; padding: 1rem 0; border-top: 3px double var(--accent); border-bottom: 3px double var(--accent); color: var(--accent); font-size: 1.3rem; font-weight: 700; text-align: center; line-height: 1.5; }
.body .pull-quote p { text-indent: 0; text-align: center; margin: 0; }
.box { margin: 1.8rem 0; padding: 1rem 1.25rem; border: 1px solid var(--rule); border-top: 3px solid var(--accent); background: var(--tint); }
.box-title { font-family: var(--sans); font-weight: 700; }
.body ul, .body ol { padding-left: 1.6em; margin: 0.8em 0; }
.body table { width: 100%; border-collapse: collapse; margin: 1.4rem 0; font-size: 0.9375rem; line-height: 1.5; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
.body th, .body td { padding: 0.45rem 0.5rem; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
.body th { font-family: var(--sans); }
.body .right { text-align: right; }
.body .center { text-align: center; }
.body pre { white-space: pre-wrap; }
.note-reference, .note-number { text-indent: 0; }
.note-reference { display: inline-block; min-width: 1.5rem; min-height: 1.5rem; line-height: 1.5rem; text-align: center; font-family: var(--sans); }
sup { line-height: 0; }
.notes { margin-top: 2rem; padding-top: 0.75rem; border-top: 1px solid var(--rule); font-size: 0.9375rem; }
.notes ol { padding-left: 1.6em; }
.note-number { display: inline-block; min-width: 1.5rem; text-align: center; }
.notes li:target { background: var(--tint); outline: 1px solid var(--rule); }
.body + .notes :target, .note-reference:target { background: var(--tint); }
.printed { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.printed p { margin-bottom: 0.75rem; }
.around { display: grid; gap: 0.75rem; margin-top: 1.5rem; }
.around a { display: block; padding: 0.8rem 1rem; border: 1px solid var(--rule); border-radius: 3px; background: var(--sheet); text-decoration: none; line-height: 1.45; text-wrap: balance; }
.around a:hover { border-color: var(--accent); }
.around b { font-weight: 600; }
.around span { display: block; font-family: var(--sans); font-size: 0.8125rem; color: var(--grey); }
@media (min-width: 40rem) {
  .around { grid-template-columns: 1fr 1fr; }
  .around .next { text-align: right; grid-column: 2; }
}
.story-ad { border: 2px solid var(--accent); padding: 1.25rem; }
.story-ad > header { border: 0; margin-bottom: 0.5rem; padding: 0; }
.story-ad .body p { text-indent: 0; text-align: center; }
@media print {
  .around { display: none; }
  .column { max-width: none; padding-top: 12pt; }
  .story > header { margin-bottom: 12pt; padding-bottom: 9pt; }
  .body figure img { width: auto; max-width: 100%; max-height: 8cm; margin: 0 auto; }
  .body figure { margin: 10pt 0; }
  .printed { margin-top: 12pt; }
}
`
