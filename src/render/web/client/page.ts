// A page of the paper: zoom, and the hits of a search lit.

import {lightPage} from './light-page.ts'
import {openZoom} from './zoom.ts'

const stand = document.querySelector<HTMLElement>('.stand')
const replica = stand?.querySelector<HTMLElement>('.replica')

if (stand && replica) {
  const zoom = openZoom(stand, replica)
  if (new URLSearchParams(location.search).has('q')) {
    void lightPage(replica).then((count) => {
      const note = stand.querySelector<HTMLElement>('[data-hits]')
      const [first] = replica.querySelectorAll<SVGRectElement>('.hit')
      if (!note || count === 0 || !first) return
      note.hidden = false
      note.textContent = `${note.textContent} ${count}`
      zoom.show(first.x.baseVal.value / 100, first.y.baseVal.value / 100)
    })
  }
}
