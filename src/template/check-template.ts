// Check that the parts of a template fit together: what is named exists, what
// is to stand on the sheet does, what is on the grid is.

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {TemplateSettings} from '../model/template-settings.ts'
import {note} from '../note/note.ts'
import {epsilonPt, formatPt, mmToPt, ptToMm} from '../unit/length.ts'
import {
  templateGeometry,
  templateLadder,
  templateLeading,
  templateReference,
  templateStyle
} from './rules.ts'
import {styleNames} from './style-names.ts'

/** Way to a value in `template.yaml`. */
type Path = ReadonlyArray<number | string>

/** Something in the template that is named elsewhere in it. */
interface Reference {
  /** Where it is named: `styles`, `body`, `face`. */
  from: Path
  /** Where it is to be defined. */
  to: 'colors' | 'faces' | 'styles'
  name: string
}

/** Styles of text that stands in legs. */
const legStyles = [
  'blockquote',
  'body',
  'boxBody',
  'caption',
  'crosshead',
  'footnote',
  'jumpLine',
  'listItem',
  'pullQuote',
  'statusMark',
  'tableCell',
  'tableHeader'
] as const

/** Note what does not fit together in a template. */
export function checkTemplate(settings: TemplateSettings, file: VFile): void {
  checkReferences(settings, file)
  checkStyles(settings, file)
  checkLadder(settings, file)
  checkGeometry(settings, file)
}

function checkReferences(settings: TemplateSettings, file: VFile): void {
  const references = [
    ...faceReferences(settings),
    ...headlineReferences(settings),
    ...colorReferences(settings),
    ...furnitureReferences(settings)
  ]

  for (const {from, name, to} of references) {
    if (Object.hasOwn(settings[to], name)) continue
    const expected = Object.keys(settings[to])
    note(
      file,
      templateReference,
      `Unexpected \`${name}\` in \`${from.join('.')}\`, expected a name from \`${to}\``,
      {
        place: findPlace(file, from),
        actual: name,
        expected,
        fix: `Add \`${name}\` to \`${to}\`, or use one of ${expected.join(', ')}.`
      }
    )
  }
}

function faceReferences(settings: TemplateSettings): Array<Reference> {
  const references: Array<Reference> = []

  for (const [name, face] of Object.entries(settings.faces)) {
    for (const fallback of face.fallback) {
      references.push({
        from: ['faces', name, 'fallback'],
        to: 'faces',
        name: fallback
      })
    }
  }

  for (const [name, style] of Object.entries(settings.styles)) {
    const from = ['styles', name]
    references.push(
      {from: [...from, 'face'], to: 'faces', name: style.face},
      {from: [...from, 'color'], to: 'colors', name: style.color}
    )
  }

  return references
}

function headlineReferences(settings: TemplateSettings): Array<Reference> {
  const treatments = Object.entries(settings.headlines.treatments)
  const contrasts = Object.entries(settings.headlines.contrasts ?? {})
  const faces = contrasts.flatMap(([face, other]) => {
    const from = ['headlines', 'contrasts', face]
    return [
      {from, to: 'faces', name: face} as const,
      {from, to: 'faces', name: other} as const
    ]
  })
  const looks = treatments.flatMap(([kind, treatment]) => {
    const from = ['headlines', 'treatments', kind]
    const {color, deckFace, face, kickerFace} = treatment
    return [
      {from: [...from, 'color'], to: 'colors', name: color} as const,
      {from: [...from, 'face'], to: 'faces', name: face} as const,
      {from: [...from, 'kickerFace'], to: 'faces', name: kickerFace} as const,
      {from: [...from, 'deckFace'], to: 'faces', name: deckFace} as const
    ]
  })
  return [...looks, ...faces]
}

function colorReferences(settings: TemplateSettings): Array<Reference> {
  const {cutoffs, frames, pictures} = settings
  const named: ReadonlyArray<readonly [string, string | undefined]> = [
    ['frames.strokeColor', frames.strokeColor],
    ['frames.tintColor', frames.tintColor],
    ['pictures.missingFill', pictures.missingFill],
    ['pictures.missingColor', pictures.missingColor],
    ['cutoffs.horizontal.color', cutoffs.horizontal?.color],
    ['cutoffs.vertical.color', cutoffs.vertical?.color],
    ['cutoffs.column.color', cutoffs.column?.color]
  ]
  return named.flatMap(([from, name]) =>
    name === undefined
      ? []
      : [{from: from.split('.'), to: 'colors', name} as const]
  )
}

function furnitureReferences(settings: TemplateSettings): Array<Reference> {
  return settings.furniture.flatMap((group, groupIndex) =>
    group.items.flatMap((item, index): Array<Reference> => {
      const from = ['furniture', groupIndex, 'items', index]
      switch (item.type) {
        case 'ornament':
          return []
        case 'teasers':
          return [
            {from: [...from, 'style'], to: 'styles', name: item.style},
            {
              from: [...from, 'numberStyle'],
              to: 'styles',
              name: item.numberStyle
            }
          ]
        case 'text':
          return [{from: [...from, 'style'], to: 'styles', name: item.style}]
        case 'frame':
        case 'rule':
        case 'tint':
          return [{from: [...from, 'color'], to: 'colors', name: item.color}]
      }
    })
  )
}

function checkStyles(settings: TemplateSettings, file: VFile): void {
  const {grid, styles} = settings

  for (const name of styleNames) {
    if (Object.hasOwn(styles, name)) continue
    note(
      file,
      templateStyle,
      `Unexpected template without type style \`${name}\`, expected one`,
      {
        place: findPlace(file, ['styles']),
        fix: `Add \`${name}\` to \`styles\`.`
      }
    )
  }

  for (const name of legStyles) {
    const leadingPt = styles[name]?.leadingPt ?? grid.leadingPt
    const lineCount = Math.max(1, Math.round(leadingPt / grid.leadingPt))
    const onGridPt = lineCount * grid.leadingPt
    if (Math.abs(leadingPt - onGridPt) < epsilonPt) continue
    note(
      file,
      templateLeading,
      `Unexpected leading of \`${formatPt(leadingPt)}\` in \`styles.${name}\`, expected a multiple of the grid’s \`${formatPt(grid.leadingPt)}\``,
      {
        place: findPlace(file, ['styles', name, 'leadingPt']),
        actual: formatPt(leadingPt),
        expected: [formatPt(onGridPt)],
        fix: `Use \`leadingPt: ${onGridPt}\`.`
      }
    )
  }
}

function checkLadder(settings: TemplateSettings, file: VFile): void {
  const {ladder, treatments} = settings.headlines

  for (let count = 1; count <= settings.grid.columnCount; count++) {
    const sizes = ladder[count]

    if (!sizes) {
      note(
        file,
        templateLadder,
        `Unexpected headline ladder without a width of \`${count}\` columns, expected every width of the grid`,
        {
          place: findPlace(file, ['headlines', 'ladder']),
          fix: `Add \`${count}\` to \`headlines.ladder\`.`
        }
      )
    } else if (sizes.some((size, i) => size >= (sizes[i - 1] ?? Infinity))) {
      note(
        file,
        templateLadder,
        `Unexpected sizes \`${sizes.join(', ')}\` for \`${count}\` columns, expected the largest first`,
        {
          place: findPlace(file, ['headlines', 'ladder', count]),
          fix: `Sort \`headlines.ladder.${count}\` from large to small.`
        }
      )
    }
  }

  if (!Object.hasOwn(treatments, 'default')) {
    note(
      file,
      templateReference,
      'Unexpected headline treatments without `default`, expected one',
      {
        place: findPlace(file, ['headlines', 'treatments']),
        fix: 'Add `default` to `headlines.treatments`.'
      }
    )
  }
}

function checkGeometry(settings: TemplateSettings, file: VFile): void {
  const {grid, legs, sheet} = settings
  const {columnCount, gutterPt, leadingPt, lineCount, measurePt} = grid
  const widthMm = ptToMm(columnCount * (measurePt + gutterPt) - gutterPt)
  const xMm = grid.xMm ?? (sheet.widthMm - widthMm) / 2
  const rightMm = xMm + widthMm
  const footMm = grid.yMm + ptToMm(lineCount * leadingPt)

  if (xMm < 0 || mmToPt(rightMm - sheet.widthMm) > epsilonPt) {
    noteGeometry(file, `type area from ${mm(xMm)} to ${mm(rightMm)} across`, [
      'grid'
    ])
  }
  if (mmToPt(footMm - sheet.depthMm) > epsilonPt) {
    noteGeometry(file, `type area down to ${mm(footMm)}`, ['grid'])
  }
  if (legs.minMeasurePt > legs.maxMeasurePt) {
    note(
      file,
      templateGeometry,
      `Unexpected \`legs.minMeasurePt\` of \`${formatPt(legs.minMeasurePt)}\`, expected \`${formatPt(legs.maxMeasurePt)}\` or less`,
      {
        place: findPlace(file, ['legs', 'minMeasurePt']),
        fix: 'Make `legs.maxMeasurePt` the larger of the two.'
      }
    )
  }

  for (const [groupIndex, group] of settings.furniture.entries()) {
    for (const [index, item] of group.items.entries()) {
      const bleedMm = item.type === 'tint' && item.bleeds ? sheet.bleedMm : 0
      const isOn =
        item.xMm >= -bleedMm &&
        item.yMm >= -bleedMm &&
        item.xMm + item.widthMm <= sheet.widthMm + bleedMm &&
        item.yMm + item.depthMm <= sheet.depthMm + bleedMm
      if (isOn) continue
      noteGeometry(file, `\`furniture.${groupIndex}.items.${index}\` off it`, [
        'furniture',
        groupIndex,
        'items',
        index
      ])
    }
  }
}

function noteGeometry(file: VFile, what: string, path: Path): void {
  note(
    file,
    templateGeometry,
    `Unexpected ${what}, expected everything to be on the sheet`,
    {
      place: findPlace(file, path),
      fix: 'Change the sheet, the grid or the place.'
    }
  )
}

/** Whoever read the YAML left a way to find places in it. */
function findPlace(file: VFile, path: Path): Position | undefined {
  return file.data.findYamlPlace?.(path)
}

function mm(length: number): string {
  return `\`${Math.round(length * 10) / 10}mm\``
}
