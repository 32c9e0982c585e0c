// Traditional and simplified characters in turn, for sites that take one for
// the other. Whoever makes the site puts them here.

export const scriptPairs: string = ''
