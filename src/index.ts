// Qianzi as a library: re-exports only.

export {
  buildIssue,
  outputNames,
  type BuildOptions,
  type BuildResult,
  type OutputName,
  type ProgressEvent,
  type Timing
} from './build/build.ts'
export type {Disk, Machines} from './build/machines.ts'
export {run, type ExitCode, type World} from './cli/cli.ts'
export {schemaNames, toJsonSchema, type SchemaName} from './config/config.ts'
export type {Issue, Page} from './model/issue.ts'
export type {ComposedPage} from './model/page.ts'
export type {PagePlan} from './model/plan.ts'
export type {Plant} from './model/plant.ts'
export type {Story} from './model/story.ts'
export {stopsThePress} from './note/note.ts'
export type {OutputFile, Renderer} from './render/renderer.ts'
export type {Template, TemplateSettings} from './template/template.ts'
