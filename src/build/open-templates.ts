// Templates of an issue: read, checked, and turned into page designs.

import {deserialize, serialize} from 'node:v8'
import {VFile} from 'vfile'
import {checkYaml, templateSchema} from '../config/config.ts'
import type {Issue} from '../model/issue.ts'
import {note, type Rule} from '../note/note.ts'
import {
  toTemplate,
  type Template,
  type TemplateSettings
} from '../template/template.ts'
import type {Disk} from './machines.ts'
import type {ReadIssue} from './read-issue.ts'
import {stepKey} from './step-key.ts'

/** The templates an issue uses. */
export interface OpenTemplates {
  byName: ReadonlyMap<string, Template>
  /** Files of each template's folder. */
  templateFiles: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>
  /** `template.yaml` of each, with notes. */
  files: ReadonlyArray<VFile>
  /** Whether every page has a template. */
  isComplete: boolean
}

/** Rule: a page names a template that there is. */
export const templateMissing: Rule = {id: 'template-missing', level: 'error'}

/** Open every template the pages of an issue name. */
export async function openTemplates(
  issue: Issue,
  read: ReadIssue,
  disk: Disk
): Promise<OpenTemplates> {
  const byName = new Map<string, Template>()
  const templateFiles = new Map<string, ReadonlyMap<string, Uint8Array>>()
  const files: Array<VFile> = []
  const names = new Set(issue.children.map((page) => page.template))

  for (const name of [...names].sort()) {
    const folder = await disk.readTemplate(name)
    const value = folder?.get('template.yaml')
    if (!folder || !value) {
      note(
        read.issueFile,
        templateMissing,
        `Unexpected template \`${name}\`, expected a folder of that name in \`templates\``,
        {fix: 'Name one of the templates, such as `broadsheet`.'}
      )
      continue
    }
    const text = new TextDecoder('utf-8').decode(value)
    const file = new VFile({
      path: `templates/${name}/template.yaml`,
      value: text
    })
    files.push(file)
    const settings = await readSettings(file, text, disk)
    if (!settings) continue
    byName.set(name, toTemplate(name, settings, file))
    templateFiles.set(name, folder)
  }

  return {
    byName,
    templateFiles,
    files,
    isComplete: byName.size === names.size
  }
}

// Designs seldom change: one without notes is read once. Where a later desk has
// something to say about it, it is read again for the place.
async function readSettings(
  file: VFile,
  text: string,
  disk: Disk
): Promise<TemplateSettings | undefined> {
  const key = stepKey({step: 'template', version: 1, from: [text]})
  const bytes = disk.hasCache ? await disk.readCache(key) : undefined
  if (bytes) {
    file.data.findYamlPlace = (path) => {
      const again = new VFile({path: file.path, value: text})
      checkYaml(again, text, templateSchema)
      return again.data.findYamlPlace?.(path)
    }
    const known: TemplateSettings = deserialize(bytes)
    return known
  }
  const settings = checkYaml(file, text, templateSchema)
  if (disk.hasCache && settings && file.messages.length === 0) {
    await disk.writeCache(key, serialize(settings))
  }
  return settings
}
