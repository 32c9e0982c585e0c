// How the documents of a site stand: the bar with its ways, the calendar, lists,
// the search; and what scripts show: tools, zoom, lit hits.

/** Stylesheet of a site. */
export const siteStyle: string = `/* The site. */
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
/* What scripts show has its place before they do: nothing jumps. */
@media (scripting: enabled) {
  .tools[hidden], .zoom[hidden] { display: flex !important; visibility: hidden; }
  .on-search main { min-height: 100vh; }
  #results > li { min-height: 7rem; }
}
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; }
.site { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1.5rem; font-family: var(--sans); font-size: 0.9375rem; }
.links { display: flex; flex-wrap: wrap; gap: 0 1.1rem; align-items: baseline; }
.to-search { display: none; }
.links a { display: inline-block; padding: 0.5rem 0; min-width: 1.5rem; text-decoration: none; }
.links a:hover, .links [aria-current] { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.35em; text-decoration-color: var(--accent); }
.find { display: flex; }
.find input { width: 9rem; min-width: 0; flex: 1; min-height: 2.25rem; padding: 0.25rem 0.7rem; border: 1px solid var(--grey); border-right: 0; border-radius: 3px 0 0 3px; background: var(--sheet); }
.find button, .tools button, .zoom button, .ways button { min-height: 2.25rem; padding: 0.25rem 0.9rem; border: 1px solid var(--grey); border-radius: 3px; background: var(--sheet); font-family: var(--sans); font-size: 0.875rem; }
.find button { border-color: var(--accent); border-radius: 0 3px 3px 0; background: var(--accent); color: var(--on-accent); }
.find input:focus-visible, .find button:focus-visible { outline-offset: 1px; position: relative; }
.tools button:hover, .zoom button:hover, .ways button:hover { border-color: var(--accent); color: var(--accent); }
button:disabled { opacity: 0.45; cursor: default; }
.crumbs { padding-top: 0.15rem; padding-bottom: 0.35rem; }
/* Ways stand apart by themselves. */
.bar .links li + li::before { content: none; }
.crumbs .steps { display: flex; flex-wrap: wrap; column-gap: 0.6rem; }
.bar .crumbs a { padding: 0.3rem 0; }
.bar .crumbs li + li::before { content: "›"; }
.flag .site { justify-content: center; margin-top: 0.75rem; }
.plain-head { font-size: clamp(1.6rem, 5vw, 2.25rem); padding: clamp(1.5rem, 4vw, 2.5rem) 0 0.5rem; }
.lede { color: var(--grey); font-family: var(--kai); font-size: 1.0625rem; }
.plain { padding-left: 1.2em; list-style: square; }
.notice { margin: 1rem 0; padding: 0.9rem 1.1rem; background: var(--tint); border-left: 3px solid var(--accent); }
.years { margin: 1rem 0; padding: 0.35rem 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); font-family: var(--sans); }
.years li .small { margin-left: 0.35rem; }
.names { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0 2rem; margin-top: 1rem; }
.names li { display: flex; justify-content: space-between; align-items: baseline; gap: 0.5rem; border-bottom: 1px solid var(--rule); }
.names a { padding: 0.6rem 0; text-decoration: none; font-weight: 600; flex: 1; }

.on-about .column { padding-bottom: 1rem; }
.on-about .column > * + * { margin-top: 0.9rem; }
.on-about .column > dl { padding: 0.5rem 0; border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); font-family: var(--sans); font-size: 0.9375rem; }
.on-about .column > dl > div { display: grid; grid-template-columns: 7rem 1fr; padding: 0.25rem 0; }
.on-about .column dt { color: var(--grey); }

/* The calendar. */
.months { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 2rem 2.5rem; margin-top: 1.5rem; }
.month h2 { font-size: 1.15rem; padding-bottom: 0.3rem; border-bottom: 3px double var(--ink); }
.month table { width: 100%; table-layout: fixed; border-collapse: collapse; font-family: var(--sans); font-size: 0.875rem; text-align: center; }
.month th { padding: 0.4rem 0; font-weight: 400; color: var(--grey); }
.month td { padding: 1px; vertical-align: top; }
.month td > * { display: block; min-height: 2rem; line-height: 2rem; border-radius: 3px; }
.month td > span { color: var(--grey); }
.month td a { background: var(--accent); color: var(--on-accent); font-weight: 700; text-decoration: none; }
.month td a + a { margin-top: 2px; background: var(--sheet); color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 400; }
.month td a:hover { box-shadow: 0 0 0 2px var(--ink); color: var(--on-accent); }
.month td a + a:hover { color: var(--accent); }

/* Stories of many issues. */
.entries { margin-top: 1rem; }
.entries > li { padding: 1rem 0; }
.entries .small { margin-top: 0.25rem; }
.entries .small a { display: inline-block; padding: 0.25rem 0; }
.column.wide { max-width: 52rem; padding-top: 0; }
.entries .deck { font-family: var(--serif); color: var(--ink); word-break: normal; }
#query .find { margin-top: 0.5rem; font-size: 1.0625rem; }
#query .find input { min-height: 3rem; }
#query .find button { min-width: 5.5rem; font-size: 1rem; }
.limits { display: grid; grid-template-columns: repeat(auto-fit, minmax(max(8.5rem, 22%), 1fr)); gap: 0.6rem 1rem; margin: 0.9rem 0; font-family: var(--sans); font-size: 0.875rem; }
.limits label { display: block; color: var(--grey); }
.limits input, .limits select { width: 100%; min-height: 2.4rem; padding: 0.25rem 0.5rem; border: 1px solid var(--grey); border-radius: 3px; background: var(--sheet); color-scheme: inherit; }
.limits input:focus-within { outline: 3px solid var(--accent); outline-offset: 1px; }
.foldings { display: flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; align-items: center; margin: 0 0 0.75rem; padding: 0; border: 0; font-family: var(--sans); font-size: 0.875rem; }
.foldings legend { float: left; padding: 0; margin-right: 1.25rem; line-height: 2rem; color: var(--grey); }
.foldings label { display: inline-flex; align-items: center; gap: 0.4rem; min-height: 2rem; }
.foldings input { width: 1.1rem; height: 1.1rem; accent-color: var(--accent); }
#found { margin-top: 1rem; font-family: var(--sans); min-height: 1.65em; }
mark { background: var(--lit); color: #1b1a17; padding: 0 0.06em; border-radius: 2px; }

/* Corrections come before what they correct. */
.correction, .corrections { margin: 0 0 1.75rem; padding: 0.9rem 1.1rem; border: 1px solid var(--accent); border-left-width: 5px; background: var(--tint); }
.corrections { margin-top: 1.5rem; }
.correction h2, .corrections h2 { font-family: var(--sans); font-size: 1rem; color: var(--accent); margin-bottom: 0.25rem; }
.correction time { font-family: var(--sans); font-size: 0.875rem; color: var(--grey); }
.corrected { color: var(--accent); }

/* Tools of a story, shown by a script. */
.tools { display: flex; flex-wrap: wrap; gap: 0.4rem; justify-content: center; margin-bottom: 2rem; }
.story { --size: 1; }
.story .body { font-size: calc(1.0625rem * var(--size)); }
.story .summary, .story figcaption, .story .byline { font-size: calc(1rem * var(--size)); }
.is-read { background: var(--tint); box-shadow: 0 0 0 0.35em var(--tint); }
::highlight(read) { background-color: var(--lit); color: #1b1a17; }
.by { display: flex; gap: 0.9rem; align-items: baseline; margin-top: 1.75rem; font-family: var(--sans); font-size: 0.875rem; }
.by > span { color: var(--grey); }
.printed h2 { font-family: var(--sans); font-size: 1rem; }
.places { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; }
.place { display: flex; gap: 0.9rem; align-items: flex-end; text-decoration: none; font-family: var(--sans); font-size: 0.875rem; max-width: 18rem; }
.mini { position: relative; display: block; width: 7rem; flex: none; border: 1px solid var(--rule); background: #ffffff; }
.mini img { width: 100%; height: auto; }
.mini svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.mini polygon { fill: var(--lit); fill-opacity: 0.45; stroke: var(--zone); stroke-width: 2px; vector-effect: non-scaling-stroke; }
.place:hover .mini { border-color: var(--accent); }
.clipping { margin-top: 1.25rem; }
.clipping summary { display: inline-flex; align-items: center; min-height: 2.5rem; padding: 0.35rem 0.9rem; border: 1px solid var(--rule); border-radius: 3px; background: var(--sheet); font-family: var(--sans); font-size: 0.875rem; cursor: pointer; }
.clipping a { display: block; }
.clipping img { width: 100%; height: auto; margin-top: 0.9rem; border: 1px solid var(--rule); background: #ffffff; }

/* Zoom, shown by a script. */
.zoom { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem; margin-bottom: 0.6rem; }
.zoom button { min-width: 2.5rem; padding: 0.25rem 0.5rem; line-height: 1; }
.zoom .hint, .zoom .hits { margin-left: 0.6rem; }
.zoom .hits { padding: 0.1rem 0.6rem; background: var(--lit); color: #1b1a17; border-radius: 2px; }
.stand { min-width: 0; }
.view { overflow: hidden; }
.view.is-zoomed { overflow: auto; max-height: min(92vh, 60rem); overscroll-behavior: contain; touch-action: pan-x pan-y; cursor: grab; box-shadow: 0 0 0 1px var(--rule); }
.view.is-zoomed:active { cursor: grabbing; }
.view.is-zoomed .replica { max-width: none; box-shadow: none; border: 0; }
.stand:fullscreen, .stand.is-full { display: flex; flex-direction: column; background: var(--paper); padding: 0.5rem; }
.stand.is-full { position: fixed; inset: 0; z-index: 5; }
.stand:fullscreen .view, .stand.is-full .view { flex: 1; max-height: none; overflow: auto; }
.zones .hit { fill: var(--lit); fill-opacity: 0.6; stroke: var(--zone); stroke-width: 1.5px; vector-effect: non-scaling-stroke; pointer-events: none; mix-blend-mode: multiply; }
.files { margin-top: 1.25rem; }

.feeds { display: flex; flex-wrap: wrap; gap: 0 0.9rem; justify-content: center; align-items: baseline; margin-top: 0.75rem; }
.feeds ul { display: flex; gap: 0.9rem; list-style: none; }
.feeds a { display: inline-block; padding: 0.35rem 0; min-width: 1.5rem; }
.looks { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: center; margin: 0.5rem 0 0; padding: 0; border: 0; }
.looks legend { float: left; padding: 0.3rem 1rem 0.3rem 0; }
.looks label { display: inline-flex; align-items: center; gap: 0.35rem; min-height: 2rem; }
.looks input { width: 1.1rem; height: 1.1rem; accent-color: var(--accent); }
.kept::before { content: "✓ "; }
.compat { padding-top: 1rem; padding-bottom: 2rem; overflow-x: auto; }
.compat ol, .compat ul { padding-left: 2em; }
.compat img { max-width: none; height: auto; }
.around .sibling { grid-column: 1 / -1; text-align: center; }
@media (min-width: 40rem) { .around .next { grid-column: 2; } }
@media (max-width: 39.99rem) {
  .bar > .wrap { padding-top: 0.4rem; }
  .site { width: 100%; gap: 0 1rem; padding-bottom: 0.4rem; }
  .flag .find { flex: 1; min-width: 10rem; }
  .bar .find { display: none; }
  .bar .to-search { display: block; margin-left: auto; }
  .bar .to-search a { padding: 0.5rem 0.9rem; border-radius: 3px; background: var(--accent); color: var(--on-accent); }
  .bar nav:has(> .links) { flex: 1; }
  .zoom .hint { display: none; }
  .spread .stand { margin: 0 calc(-1 * clamp(1rem, 4vw, 2.5rem)); }
  .spread .zoom { padding: 0 clamp(1rem, 4vw, 2.5rem); }
}
@media print {
  .site, .tools, .zoom, .by, .feeds, .looks, .kept, .places, .clipping, .find { display: none !important; }
}
`
