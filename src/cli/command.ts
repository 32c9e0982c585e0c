// A command of the counter, as data.

/** Names of the commands. */
export type CommandName =
  | 'archive add'
  | 'archive catalogue'
  | 'archive export'
  | 'archive find'
  | 'archive list'
  | 'archive rebuild'
  | 'archive verify'
  | 'build'
  | 'check'
  | 'doctor'
  | 'help'
  | 'import page'
  | 'rules'
  | 'schema'
  | 'site'
  | 'version'

/** What there is to know of a command. */
export interface Command {
  name: CommandName
  /** What follows the name in the usage line. */
  usage: string
  /** One line, in the imperative. */
  summary: string
  /** The rest of its help: paragraphs. */
  details: ReadonlyArray<string>
  options: ReadonlyArray<CommandOption>
  /** Fewest and most arguments that are not options. */
  argumentCount: {min: number; max: number}
  examples: ReadonlyArray<string>
}

/** Something that begins with `--`. */
export interface CommandOption {
  name: string
  /** What its value is called; absent when it is on or off. */
  value?: string
  summary: string
}
