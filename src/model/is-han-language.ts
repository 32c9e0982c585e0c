// Languages written in Han characters, and set by their rules.

/** Tell whether copy in a language is set by the rules for Han. */
export function isHanLanguage(lang: string): boolean {
  return /^(?:zh|ja|ko|yue|wuu)\b/i.test(lang)
}
