// Command line: arguments in, exit code out. No newspaper knowledge lives here.
// A command is loaded when it is asked for.

import {commands} from './commands.ts'
import {toCommandHelp, toProgramHelp} from './help.ts'
import {parseArguments, type Request} from './parse-arguments.ts'
import type {ExitCode, World} from './world.ts'

export type {
  Examination,
  ImportedIssue,
  ImportRequest,
  ExitCode,
  Press,
  PressOptions,
  World
} from './world.ts'

/** Run the command line; the caller owns the process. */
export async function run(
  argv: ReadonlyArray<string>,
  world: World
): Promise<ExitCode> {
  const request = parseArguments(argv)

  if ('problem' in request) {
    const {command, problem} = request
    const help = command ? `qianzi ${command.name} --help` : 'qianzi --help'
    world.writeError(`${problem}\nSee \`${help}\`.\n`)
    return 2
  }
  if (request.wantsHelp) {
    world.write(toCommandHelp(request.command))
    return 0
  }

  const outcome = await runCommand(request, world)
  if (typeof outcome === 'number') return outcome
  const help = `qianzi ${request.command.name} --help`
  world.writeError(`${outcome}\nSee \`${help}\`.\n`)
  return 2
}

/** Run a command; a string says what was wrong with the way it was used. */
async function runCommand(
  request: Request,
  world: World
): Promise<ExitCode | string> {
  switch (request.command.name) {
    case 'archive add':
      return (await import('./run-archive-add.ts')).runArchiveAdd(
        request,
        world
      )
    case 'archive catalogue':
      return (await import('./run-archive-catalogue.ts')).runArchiveCatalogue(
        request,
        world
      )
    case 'archive export':
      return (await import('./run-archive-export.ts')).runArchiveExport(
        request,
        world
      )
    case 'archive find':
      return (await import('./run-archive-find.ts')).runArchiveFind(
        request,
        world
      )
    case 'archive list':
      return (await import('./run-archive-find.ts')).runArchiveList(
        request,
        world
      )
    case 'archive rebuild':
      return (await import('./run-archive-rebuild.ts')).runArchiveRebuild(
        request,
        world
      )
    case 'archive verify':
      return (await import('./run-archive-verify.ts')).runArchiveVerify(
        request,
        world
      )
    case 'build':
    case 'check':
      return (await import('./run-build.ts')).runBuild(request, world)
    case 'doctor':
      return (await import('./run-doctor.ts')).runDoctor(request, world)
    case 'help':
      return runHelp(request, world)
    case 'import page':
      return (await import('./run-import-page.ts')).runImportPage(
        request,
        world
      )
    case 'rules':
      return (await import('./run-rules.ts')).runRules(request, world)
    case 'site':
      return (await import('./run-site.ts')).runSite(request, world)
    case 'schema':
      return (await import('./run-schema.ts')).runSchema(request, world)
    case 'version':
      world.write(`${world.version}\n`)
      return 0
  }
}

function runHelp(request: Request, world: World): ExitCode | string {
  const asked = request.arguments.join(' ')
  const command = commands.find(({name}) => name === asked)
  if (asked && !command) return `Unexpected command \`${asked}\`, expected one`
  world.write(command ? toCommandHelp(command) : toProgramHelp())
  return 0
}
