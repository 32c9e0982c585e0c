// Arguments to a request, or to a sentence that says what is wrong with them.

import {parseArgs} from 'node:util'
import {commands, type Command} from './commands.ts'
import {didYouMean} from './did-you-mean.ts'

/** What somebody asks for. */
export interface Request {
  command: Command
  /** Whether they want its help only. */
  wantsHelp: boolean
  /** Arguments that are not options. */
  arguments: ReadonlyArray<string>
  /** Options that are on. */
  flags: ReadonlySet<string>
  /** Options with values. */
  values: ReadonlyMap<string, string>
}

/** Something wrong with the arguments. */
export interface Misuse {
  problem: string
  /** Command whose help may be of use. */
  command?: Command
}

/** Make sense of the arguments. */
export function parseArguments(argv: ReadonlyArray<string>): Misuse | Request {
  const first = argv.find((value) => !value.startsWith('-'))
  if (first === undefined) return parseBare(argv)

  const command = commands.find(({name}) => isCalled(name, argv, first))
  if (command) return parseCommand(command, argv)

  const names = commands.map(({name}) => name)
  const inside = names.filter((name) => name.startsWith(`${first} `))
  return {
    problem:
      inside.length > 0
        ? `Unexpected \`${first}\`, expected ${sayOneOf(inside)}`
        : `Unexpected command \`${first}\`, expected one of ${names.join(', ')}${didYouMean(first, names)}`
  }
}

function sayOneOf(names: ReadonlyArray<string>): string {
  const quoted = names.map((name) => `\`${name}\``)
  return quoted.length > 1 ? `one of ${quoted.join(', ')}` : quoted.join('')
}

/** Make sense of arguments without a command. */
function parseBare(argv: ReadonlyArray<string>): Misuse | Request {
  const [option] = argv
  const isVersion = option === '--version' || option === '-v'
  const isHelp = option === '--help' || option === '-h'
  const name = isVersion ? 'version' : 'help'
  const command = commands.find((candidate) => candidate.name === name)
  if (command && (isVersion || isHelp)) return toRequest(command)
  return {
    problem: option
      ? `Unexpected option \`${option}\` without a command, expected one`
      : 'Unexpected missing command, expected one'
  }
}

function toRequest(command: Command): Request {
  return {
    command,
    wantsHelp: false,
    arguments: [],
    flags: new Set(),
    values: new Map()
  }
}

function isCalled(
  name: string,
  argv: ReadonlyArray<string>,
  first: string
): boolean {
  const words = name.split(' ')
  const at = argv.indexOf(first)
  return words.every((word, index) => argv[at + index] === word)
}

function parseCommand(
  command: Command,
  argv: ReadonlyArray<string>
): Misuse | Request {
  const words = command.name.split(' ')
  const at = argv.indexOf(words[0] ?? '')
  const {tokens} = parseArgs({
    args: argv.filter((_, i) => i < at || i >= at + words.length),
    options: Object.fromEntries([
      ['help', {type: 'boolean', short: 'h'} as const],
      ...command.options.map(
        ({name, value}) =>
          [name, {type: value ? 'string' : 'boolean'} as const] as const
      )
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true
  })
  const positionals: Array<string> = []
  const flags = new Set<string>()
  const values = new Map<string, string>()

  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const problem = checkOption(command, token.name, token.rawName, token.value)
    if (problem) return {problem, command}
    if (token.value === undefined) flags.add(token.name)
    else values.set(token.name, token.value)
  }

  const wantsHelp = flags.has('help')
  const request = {command, wantsHelp, arguments: positionals, flags, values}
  const problem = wantsHelp ? undefined : checkCount(command, positionals)
  return problem ? {problem, command} : request
}

function checkOption(
  command: Command,
  name: string,
  rawName: string,
  value: string | undefined
): string | undefined {
  if (name === 'help' && value === undefined) return undefined
  const option = command.options.find((candidate) => candidate.name === name)
  if (!option) {
    const names = command.options.map((candidate) => `--${candidate.name}`)
    return `Unexpected option \`${rawName}\` of \`${command.name}\`, expected ${
      names.length > 0 ? `one of ${names.join(', ')}` : 'none'
    }${didYouMean(rawName, names)}`
  }
  if (option.value && !value) {
    return `Unexpected \`--${name}\` without a value, expected \`--${name} ${option.value}\``
  }
  if (!option.value && value !== undefined) {
    return `Unexpected value \`${value}\` of \`--${name}\`, expected none`
  }
  return undefined
}

function checkCount(
  command: Command,
  positionals: ReadonlyArray<string>
): string | undefined {
  const {max, min} = command.argumentCount
  if (positionals.length < min) {
    return `Unexpected missing argument, expected \`qianzi ${command.name} ${command.usage}\``
  }
  if (positionals.length > max) {
    return `Unexpected argument \`${positionals[max]}\`, expected \`${`qianzi ${command.name} ${command.usage}`.trim()}\``
  }
  return undefined
}
