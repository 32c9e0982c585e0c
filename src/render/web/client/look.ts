// The look a reader chose, before anything is painted: no page flashes white at
// night. It is loaded first and waited for, so it is as small as can be.

{
  let look: string | null = null
  try {
    look = localStorage.getItem('qianzi-look')
  } catch {
    // Private windows keep nothing.
  }
  if (look && look !== 'auto') document.documentElement.dataset['look'] = look
}
