// Paths of pictures: from the folder of the issue, and never out of it.

/** Check the path of a picture; `undefined` when it leads elsewhere. */
export function toPicturePath(url: string): string | undefined {
  let path = url
  try {
    path = decodeURIComponent(url)
  } catch {
    // A stray `%` is part of the name.
  }

  const isElsewhere =
    path === '' ||
    path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^[a-z][a-z\d+.-]*:/i.test(path)
  if (isElsewhere) return undefined

  const parts = path.split('/').filter((part) => part !== '.' && part !== '')
  return parts.length === 0 || parts.includes('..')
    ? undefined
    : parts.join('/')
}
