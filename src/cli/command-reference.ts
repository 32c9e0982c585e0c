// The reference of the commands: their help, one after the other.

import type {Command} from './command.ts'
import {toCommandHelp} from './help.ts'

/** Write the reference of the commands as Markdown. */
export function toCommandReference(commands: ReadonlyArray<Command>): string {
  const parts = commands.map(
    (command) =>
      `## qianzi ${command.name}\n\n\`\`\`text\n${toCommandHelp(command).trimEnd()}\n\`\`\`\n`
  )
  return `# Commands\n\nWritten by \`qianzi schema --docs\`: do not change it by hand.\n\n${parts.join('\n')}`
}
