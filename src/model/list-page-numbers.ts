// The numbers on a page: one, or the two of a double-page spread.

/** List the numbers printed on a page, the left one first. */
export function listPageNumbers({
  facingPageNumber,
  pageNumber
}: {
  pageNumber: number
  facingPageNumber?: number
}): Array<number> {
  return facingPageNumber === undefined
    ? [pageNumber]
    : [pageNumber, facingPageNumber]
}
