// `qianzi doctor`.

import type {Request} from './parse-arguments.ts'
import type {ExitCode, World} from './world.ts'

/** Say what this machine has and lacks. */
export async function runDoctor(
  request: Request,
  world: World
): Promise<ExitCode> {
  const browser = request.values.get('browser')
  const examination = await world.examine({
    ...(browser ? {browser} : {}),
    usesCache: true
  })
  world.write(examination.text)
  return examination.isHealthy ? 0 : 1
}
