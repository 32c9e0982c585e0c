// Where a link of the copy may lead: to the web and to mail, nowhere else.

/** Find the address a link leads to, where it is safe to follow. */
export function toSafeHref(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const {href, protocol} = new URL(url)
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined
}
