// Colours of SVG as `#rrggbb`: what drawing programs write, and a few names.

const names: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  red: '#ff0000',
  silver: '#c0c0c0',
  white: '#ffffff',
  yellow: '#ffff00'
}

/** Read a colour; `undefined` when it is none we know. */
export function readColor(text: string): string | undefined {
  const value = text.trim().toLowerCase()
  if (/^#[\da-f]{6}$/.test(value)) return value
  if (/^#[\da-f]{3}$/.test(value)) return value.replaceAll(/[\da-f]/g, '$&$&')
  const channels =
    /^rgb\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?\s*\)$/.exec(value)
  if (!channels) return names[value]
  const [, red, unit, green, blue] = channels
  const scale = unit === '%' ? 2.55 : 1
  const digits = [red, green, blue].map((channel) =>
    Math.min(255, Math.round(Number(channel) * scale))
      .toString(16)
      .padStart(2, '0')
  )
  return `#${digits.join('')}`
}
