// Help texts, made of the table of commands.

import {commands, type Command} from './commands.ts'

const lineWidth = 78

/** Write the help of the program. */
export function toProgramHelp(): string {
  const rows = commands.map(
    ({name, summary}) => `  ${name.padEnd(19)}${summary}`
  )
  return [
    'Usage: qianzi COMMAND [options]',
    '',
    'A newspaper press in software: a folder of Markdown becomes newspaper pages',
    '(PDF), an EPUB and a web edition.',
    '',
    'Commands:',
    ...rows,
    '',
    'Exit codes: 0 published, 1 stopped by notes, 2 wrong use.',
    '`qianzi COMMAND --help` says more. NO_COLOR turns colours off.',
    ''
  ].join('\n')
}

/** Write the help of a command. */
export function toCommandHelp(command: Command): string {
  const {details, examples, name, options, summary, usage} = command
  const lines = [`Usage: qianzi ${name} ${usage}`.trimEnd(), '', `${summary}.`]

  for (const detail of details) lines.push('', ...wrap(detail))
  const rows = [...options, {name: 'help', summary: 'Print this'}]
  lines.push('', 'Options:', ...rows.map(toRow))
  if (examples.length > 0) {
    lines.push('', 'Examples:', ...examples.map((example) => `  ${example}`))
  }

  return lines.join('\n') + '\n'
}

function toRow(option: {
  name: string
  value?: string
  summary: string
}): string {
  const {name, summary, value} = option
  const head = value ? `--${name} ${value}` : `--${name}`
  return `  ${head.padEnd(18)}${summary}`
}

function wrap(text: string): Array<string> {
  const lines: Array<string> = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > lineWidth) {
      lines.push(line)
      line = ''
    }
    line += line ? ` ${word}` : word
  }
  return [...lines, line]
}
