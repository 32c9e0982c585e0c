// An SVG as a tree: elements and attributes, nothing else. What we read is our
// templates' ornaments, cleaned before; text between tags paints nothing here.

/** An element. */
export interface SvgNode {
  name: string
  /** Attributes; what `style` and simple classes say is among them. */
  attributes: ReadonlyMap<string, string>
  children: ReadonlyArray<SvgNode>
  /** Whether text stands in it. */
  hasText: boolean
}

interface OpenNode extends SvgNode {
  children: Array<OpenNode>
}

const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<([^>"']|"[^"]*"|'[^']*')*>/g
const attribute = /([^\s=/<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Parse an SVG; `undefined` where there is none. */
export function parseSvg(source: string): SvgNode | undefined {
  const classes = readClasses(source)
  const root: OpenNode = open('', new Map())
  const stack = [root]
  let textStart = 0

  for (const match of source.matchAll(markup)) {
    const text = source.slice(textStart, match.index) + (match[1] ?? '')
    const parent = stack.at(-1) ?? root
    if (text.trim() !== '') parent.hasText = true
    textStart = match.index + match[0].length
    const [tag] = match
    if (tag.startsWith('<!') || tag.startsWith('<?')) continue

    const name = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? ''
    if (tag.startsWith('</')) {
      const at = stack.findLastIndex((node) => node.name === name)
      if (at > 0) stack.length = at
      continue
    }
    const node = open(name.replace(/^svg:/, ''), readAttributes(tag, classes))
    parent.children.push(node)
    if (!tag.endsWith('/>')) stack.push(node)
  }
  return root.children.find((node) => node.name === 'svg')
}

function open(name: string, attributes: ReadonlyMap<string, string>): OpenNode {
  return {name, attributes, children: [], hasText: false}
}

function readAttributes(
  tag: string,
  classes: ReadonlyMap<string, string>
): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of tag.matchAll(attribute)) {
    attributes.set(name, decode(double ?? single ?? ''))
  }
  // A style sheet comes before attributes, and `style` before both.
  for (const name of (attributes.get('class') ?? '').split(/\s+/)) {
    addDeclarations(classes.get(name), attributes)
  }
  addDeclarations(attributes.get('style'), attributes)
  return attributes
}

function addDeclarations(
  text: string | undefined,
  attributes: Map<string, string>
): void {
  for (const declaration of (text ?? '').split(';')) {
    const [name = '', value] = declaration.split(':')
    if (value !== undefined) attributes.set(name.trim(), value.trim())
  }
}

/** Rules of plain classes, as drawing programs write them. */
function readClasses(source: string): Map<string, string> {
  const classes = new Map<string, string>()
  for (const [, sheet = ''] of source.matchAll(
    /<style[^>]*>([\s\S]*?)<\/style>/g
  )) {
    for (const [, selectors = '', body = ''] of sheet.matchAll(
      /([^{}]+)\{([^}]*)\}/g
    )) {
      for (const selector of selectors.split(',')) {
        const name = /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1]
        if (name) classes.set(name, `${classes.get(name) ?? ''};${body}`)
      }
    }
  }
  return classes
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"'
}

function decode(text: string): string {
  return text.replaceAll(
    /&(amp|apos|gt|lt|quot);/g,
    (_, name: string) => entities[name] ?? ''
  )
}
