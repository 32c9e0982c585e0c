// Run-in leads: a short sentence that opens a paragraph and sums it up, set in
// another face on the page; extracted text has lost the face.
//
// Two signs are trusted. Four characters, a comma, four characters
// (`精准灌溉，节水增收。`) are a lead by themselves, but in a commentary, where
// they are style. Other short openings are leads when another paragraph of the
// story opens with a sentence of the very same shape (`抓特色。` `抓品牌。`).

import type {PageStory} from './part-page.ts'

const opening = /^[^。！？“”（）]{2,16}。(?=.)/
const clear = /^[\p{Script=Han}]{4}，[\p{Script=Han}]{4}。$/u

/** Find the lead of each paragraph; `''` where there is none. */
export function findRunInLeads(story: PageStory): Array<string> {
  const openings = story.paragraphs.map(({text, type}) =>
    type === 'paragraph' ? (opening.exec(text)?.[0] ?? '') : ''
  )
  if (story.kind === 'commentary' || story.kind === 'photo') {
    return openings.map(() => '')
  }

  const shapes = openings.map(toShape)
  return openings.map((text, index) => {
    const shape = shapes[index]
    const hasTwin = shapes.some((other, at) => at !== index && other === shape)
    const isLead = clear.test(text) || (shape !== '' && hasTwin)
    return isLead && index > 0 ? text : ''
  })
}

// Lengths of its clauses; openings that share a shape but no character are
// chance, not parallels.
function toShape(text: string): string {
  if (text === '') return ''
  const clauses = text.slice(0, -1).split('，')
  if (clauses.some((clause) => !/^\p{Script=Han}{2,8}$/u.test(clause)))
    return ''
  const first = clauses.length === 1 ? text.slice(0, 1) : ''
  return `${clauses.map((clause) => clause.length).join('+')}${first}`
}
