// How a printed page stands on its page: the picture with its zones, and the
// stories beside it.

/** Stylesheet of the pages of the e-paper. */
export const replicaStyle: string = `/* A page of the paper. */
.turn { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; padding: 1.1rem 0; }
.turn h1 { display: flex; align-items: baseline; gap: 0.75rem; font-size: 1.5rem; }
.turn .number { font-family: var(--sans); font-size: 1rem; padding: 0.15rem 0.6rem; background: var(--accent); color: var(--on-accent); border-radius: 2px; }
.spread { display: grid; gap: 1.75rem 2.5rem; align-items: start; }
.replica { position: relative; background: #ffffff; border: 1px solid var(--rule); box-shadow: 0 3px 22px rgb(0 0 0 / 0.12); }
.replica img { width: 100%; height: auto; }
.replica .zones { width: 100%; height: auto; }
.replica img + .zones { position: absolute; inset: 0; height: 100%; }
.zones a { scroll-margin: 4rem; outline: none; cursor: pointer; }
.zones polygon { fill: var(--zone); fill-opacity: 0; stroke: var(--zone); stroke-opacity: 0; stroke-width: 2px; vector-effect: non-scaling-stroke; pointer-events: all; }
.blank .zones polygon { stroke-opacity: 0.4; }
.zones a:hover polygon { fill-opacity: 0.08; stroke-opacity: 0.9; }
.zones a:focus-visible polygon { fill-opacity: 0.12; stroke-opacity: 1; stroke-width: 4px; }
.zones a:target polygon { fill: var(--lit); fill-opacity: 0.34; stroke-opacity: 1; }
@media (prefers-reduced-motion: no-preference) {
  .zones polygon { transition: fill-opacity 0.12s, stroke-opacity 0.12s; }
}
@media (forced-colors: active) {
  .zones polygon, .zones a:target polygon { stroke: Highlight; fill: Highlight; }
  .beside li::before { forced-color-adjust: none; --pair: Highlight; }
}
.beside h2 { font-family: var(--sans); font-size: 0.9375rem; padding-bottom: 0.4rem; border-bottom: 3px double var(--ink); }
.beside .list { margin: 0.75rem 0 1.25rem; }
.beside .list .first .head { font-size: 1.35rem; line-height: 1.35; }
.beside li { position: relative; }
.beside li::before { content: ""; position: absolute; inset: 0.5rem auto 0.5rem -0.8rem; width: 4px; background: transparent; }
.beside .note { margin-top: 0.6rem; font-family: var(--sans); font-size: 0.8125rem; color: var(--grey); }
@media (min-width: 60rem) {
  .spread { grid-template-columns: minmax(0, 1.9fr) minmax(17rem, 1fr); }
}
.thumbs { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 2.5rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
.thumbs a { display: block; width: 7.5rem; text-decoration: none; font-family: var(--sans); font-size: 0.8125rem; line-height: 1.4; }
.thumbs img { width: 100%; height: auto; border: 1px solid var(--rule); margin-bottom: 0.35rem; background: #ffffff; }
.thumbs [aria-current] img { outline: 3px solid var(--accent); }
${pairRules()}
`

// A zone and its line in the list light up together: the n-th of one is the
// n-th of the other. Forty are more than a page of the paper holds.
function pairRules(): string {
  const pairs = Array.from({length: 40}, (_, index) => index + 1)
  const zones = pairs.map(
    (number) =>
      `.spread:has(.list > li:nth-child(${number}) a:is(:hover, :focus-visible)) .zones a:nth-of-type(${number}) polygon`
  )
  const lines = pairs.map(
    (number) =>
      `.spread:has(.zones a:nth-of-type(${number}):is(:hover, :focus-visible, :target)) .list > li:nth-child(${number})::before`
  )
  return `${zones.join(',\n')} { fill-opacity: 0.08; stroke-opacity: 0.9; }
${lines.join(',\n')} { background: var(--pair, var(--accent)); }`
}
