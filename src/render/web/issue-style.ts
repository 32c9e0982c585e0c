// How the issue stands on its page: the flag, and under it page by page.

/** Stylesheet of the issue's page. */
export const issueStyle = `/* The issue. */
.flag { padding-top: clamp(1rem, 3vw, 2rem); text-align: center; }
.flag h1 { font-family: var(--flag); font-weight: var(--flag-weight); font-size: clamp(2.75rem, 10vw, 5.75rem); letter-spacing: var(--flag-spacing); margin-right: calc(-1 * var(--flag-spacing)); line-height: 1.15; color: var(--flag-color); }
.flag .day { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 1.75rem; margin-top: 0.75rem; padding: 0.4rem 0; border-top: 4px solid var(--ink); border-bottom: 1px solid var(--ink); box-shadow: inset 0 2px 0 var(--paper), inset 0 3px 0 var(--ink); font-family: var(--sans); font-size: 0.875rem; }
.flag .about { max-width: 38em; margin: 1rem auto 0; font-family: var(--kai); font-size: 1.05rem; text-wrap: balance; }
.on-issue .ways { justify-content: center; margin-top: 1rem; }
.sheet { display: grid; grid-template-columns: 1fr 5.5rem; gap: 1.25rem 2.5rem; padding: 2.25rem 0; border-bottom: 1px solid var(--rule); }
.sheet:last-of-type { border-bottom: 0; }
.sheet > h2 { display: flex; align-items: baseline; gap: 0.75rem; align-self: center; font-size: 1.35rem; }
.sheet > h2 a { text-decoration: none; }
.sheet .number { font-family: var(--sans); font-size: 0.9375rem; font-weight: 700; padding: 0.15rem 0.55rem; background: var(--accent); color: var(--on-accent); border-radius: 2px; }
.sheet > .list { grid-column: 1 / -1; }
.thumb { display: block; }
.thumb img { width: 100%; height: auto; border: 1px solid var(--rule); background: #ffffff; }
.thumb:hover img { border-color: var(--accent); box-shadow: 0 2px 14px rgb(0 0 0 / 0.18); }
.list > li { padding: 0.7rem 0; border-top: 1px solid var(--rule); break-inside: avoid; }
.list > li:first-child { border-top: 0; padding-top: 0; }
.list .head { display: block; font-size: 1.0625rem; font-weight: 700; line-height: 1.45; text-decoration: none; min-height: 1.5rem; }
.list .kicker, .list .deck { font-family: var(--kai); color: var(--grey); line-height: 1.5; }
.list .deck { font-size: 0.9375rem; }
.list .kicker { font-size: 0.875rem; }
.list .excerpt { margin-top: 0.55rem; font-size: 0.9375rem; line-height: 1.75; }
.list .excerpt:lang(zh) { text-align: justify; text-spacing-trim: trim-start; text-autospace: normal; }
.lead { display: block; }
.lead img { width: 100%; height: auto; max-height: 22rem; object-fit: cover; margin-bottom: 0.8rem; }
.list .first .head { font-size: clamp(1.5rem, 3.4vw, 2.15rem); line-height: 1.28; text-wrap: balance; }
.list .first .deck { font-size: 1.0625rem; }
@media (min-width: 40rem) {
  .sheet { grid-template-columns: 15rem 1fr; grid-template-rows: auto 1fr; }
  .sheet > h2 { grid-column: 1 / -1; }
  .sheet > .list { grid-column: 2; }
}
@media (min-width: 64rem) {
  .sheet .list { display: grid; grid-template-columns: 1fr 1fr; align-content: start; column-gap: 2.5rem; }
  .sheet .list > .first { grid-column: 1 / -1; padding-bottom: 1.1rem; border-bottom: 1px solid var(--ink); }
  /* The photo stands beside the words of the lead. */
  .sheet .list > .first { display: flow-root; }
  .sheet .list > .first .lead { float: left; width: calc(50% - 1.25rem); margin-right: 2.5rem; }
  .lead img { margin-bottom: 0; }
  .sheet .list > li:nth-child(-n + 3) { border-top: 0; }
}
`
