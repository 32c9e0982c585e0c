// Traditional and simplified characters in turn, and whether one counts as the
// other unless a reader wants otherwise. Whoever makes the site puts them here.

export const scriptPairs: string = ''
export const foldsScript: boolean = true
