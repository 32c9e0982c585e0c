// Composed pages to the structure of the whole issue.
//
// A story that jumps is one article, on the page it begins on, with its text
// whole and in order; the page of its rest says where it began.

import type {ComposedModule, ComposedPage} from '../../model/page.ts'
import {findPageHeading} from '../page-heading.ts'
import {findModules} from '../sheet.ts'
import {findNotes} from './find-notes.ts'
import {findTitle} from './find-title.ts'
import {formatPageName} from './format-page.ts'
import type {StructureElement} from './structure.ts'
import {toPartId, type Place} from './structure-place.ts'
import {toElements} from './to-structure-blocks.ts'

/** Build the structure of an issue. */
export function toStructure(
  pages: ReadonlyArray<ComposedPage>,
  lang: string
): StructureElement {
  const rests = new Map(
    pages.flatMap((page, pageIndex) =>
      findModules(page)
        .filter((module) => module.part === 'rest')
        .map((module) => [module.slug, {module, pageIndex}] as const)
    )
  )
  const partIds = new Set(
    pages
      .flatMap((page) => findModules(page))
      .map((module) => toPartId(module.slug, module.part))
  )
  const notes = findNotes(pages)
  const callIds = new Set<string>()
  const children = pages.map((page, pageIndex): StructureElement => {
    const heading = findPageHeading(page)
    const place = {
      pageIndex,
      lang: page.lang,
      partIds,
      notes,
      callIds,
      headlineRank: heading ? 2 : 1
    } as const
    const part: StructureElement = {
      kind: 'Part',
      title: formatPageName(page),
      children: page.children.flatMap((child) => {
        if (child.type === 'module') return toModule(child, place)
        if (child.role === 'artifact') return []
        return child.children.flatMap((one) => {
          const elements = toElements([one], place)
          if (one !== heading) return elements
          return [{kind: 'H1' as const, children: elements.flatMap(unwrap)}]
        })
      })
    }
    return setLang(part, page.lang, lang)
  })
  return {kind: 'Document', children}

  function toModule(
    module: ComposedModule,
    place: Place
  ): Array<StructureElement> {
    const {lang, slug} = module
    const inside = {...place, lang, slug, title: findTitle(module, pages)}
    if (module.part === 'rest') {
      const signs = findSigns(module)
      if (signs.length === 0) return []
      const children = toElements(signs, {...inside, isSign: true})
      return [setLang({kind: 'Sect', children}, module.lang, place.lang)]
    }

    const rest = module.part === 'start' ? rests.get(module.slug) : undefined
    const jumps = module.children.filter(isJumpLine)
    const blocks = module.children.filter((child) => !isJumpLine(child))
    const children = toElements(blocks, inside)
    if (rest) {
      const signs = findSigns(rest.module)
      const others = rest.module.children.filter(
        (child) => !signs.includes(child)
      )
      const there = {...inside, pageIndex: rest.pageIndex, before: children}
      children.push(...toElements(others, there))
    }
    children.push(...toElements(jumps, inside))
    const art: StructureElement = {kind: 'Art', children}
    return [setLang(art, module.lang, place.lang)]
  }
}

type Child = ComposedModule['children'][number]

function isJumpLine(child: Child): boolean {
  return child.type === 'block' && child.role === 'jumpLine'
}

/** What a rest repeats of the story's head, and where it says it began. */
function findSigns(rest: ComposedModule): Array<Child> {
  return rest.children.filter(
    (child) =>
      isJumpLine(child) || (child.type === 'block' && child.role === 'headline')
  )
}

function unwrap(element: StructureElement): StructureElement['children'] {
  return element.kind === 'P' ? element.children : [element]
}

function setLang(
  element: StructureElement,
  lang: string,
  outside: string
): StructureElement {
  return lang === outside ? element : {...element, lang}
}
