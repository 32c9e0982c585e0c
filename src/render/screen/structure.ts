// The structure of the paper as it is read, searched and listened to: what PDF
// calls its structure tree, before any PDF.
//
// ```text
// Document
// └─ Part*               one for each page
//    ├─ H1, P*           what the folio says
//    ├─ Art*             a story that begins here, whole, wherever it goes on
//    └─ Sect*            on the page of a rest: where the story began
// ```

import type {Line, LinkTarget, PaintedPicture, Run} from '../../model/page.ts'

/** Kinds of elements, all of them standard in PDF 1.7. */
export type StructureKind =
  | 'Art'
  | 'BlockQuote'
  | 'Caption'
  | 'Document'
  | 'Figure'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'L'
  | 'LBody'
  | 'LI'
  | 'Lbl'
  | 'Link'
  | 'Note'
  | 'P'
  | 'Part'
  | 'RB'
  | 'RT'
  | 'Reference'
  | 'Ruby'
  | 'Sect'
  | 'Span'
  | 'TD'
  | 'TH'
  | 'TR'
  | 'Table'

/** One element. */
export interface StructureElement {
  kind: StructureKind
  /** Name for people who look at the tree. */
  title?: string
  /** Language, where it is not that of the element around. */
  lang?: string
  /** What a figure shows. */
  alt?: string
  /** Name that other elements point to, unique in the document. */
  id?: string
  /** Ids of a cell's header cells. */
  headerIds?: ReadonlyArray<string>
  /** Where a link leads. */
  target?: StructureTarget
  /** What a link says, where its text alone says too little. */
  says?: string
  /** What a list counts with. */
  numbering?: 'Decimal' | 'Disc'
  /** Whether a list was made of items that nothing held together. */
  isLoose?: boolean
  children: Array<StructureElement | StructureLeaf>
}

/** Where a link leads: out, to a part of a story, or to another element. */
export type StructureTarget = LinkTarget | {type: 'element'; id: string}

/** Something painted that is read. */
export interface StructureLeaf {
  pageIndex: number
  mark: PaintedPicture | Run
  /** Line of a run. */
  line?: Line
}

/** Tell elements from what is painted. */
export function isElement(
  node: StructureElement | StructureLeaf
): node is StructureElement {
  return 'kind' in node
}

/** Find what is painted in an element, in the order it is read. */
export function findLeaves(element: StructureElement): Array<StructureLeaf> {
  return element.children.flatMap((child) =>
    isElement(child) ? findLeaves(child) : [child]
  )
}

/** Find the first of what is painted in an element. */
export function findFirstLeaf(
  element: StructureElement
): StructureLeaf | undefined {
  for (const child of element.children) {
    const leaf = isElement(child) ? findFirstLeaf(child) : child
    if (leaf) return leaf
  }
  return undefined
}
