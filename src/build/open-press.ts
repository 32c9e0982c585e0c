// What each page is printed with: the plant's standard, ink limit and profile.
// The issue of the day comes before the template.

import type {Issue, Page} from '../model/issue.ts'
import type {Plant} from '../model/plant.ts'
import type {PagePress, PressProfile} from '../model/press.ts'
import {note, type Rule} from '../note/note.ts'
import type {Template} from '../template/template.ts'
import type {Machines} from './machines.ts'
import type {OpenTemplates} from './open-templates.ts'
import type {ReadIssue} from './read-issue.ts'

/** Rule: the press's profile is there, and is one of a CMYK press. */
export const pressProfile: Rule = {id: 'press-profile', level: 'error'}

/** A brown pixel, as PNG. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWNocFAAAAIkAOH+RE+RAAAAAElFTkSuQmCC'

/** Open what the pages are printed with, by page number. */
export async function openPress(
  issue: Issue,
  read: ReadIssue,
  templates: OpenTemplates,
  machines: Machines
): Promise<Map<number, PagePress>> {
  const settings = new Map<number, PagePress>()
  // Pages of one template share its profile: it is read once, and noted once.
  const profiles = new Map<string, PressProfile | undefined>()
  for (const page of issue.children) {
    const template = templates.byName.get(page.template)
    if (!template) continue
    if (!profiles.has(page.template)) {
      profiles.set(
        page.template,
        await openProfile(page, issue, read, template, templates, machines)
      )
    }
    const profile = profiles.get(page.template)
    if (!profile) continue
    const {inkLimitPercent, standard} = template.press
    settings.set(page.pageNumber, {
      standard: issue.press?.standard ?? standard,
      inkLimitPercent,
      profile
    })
  }
  return settings
}

async function openProfile(
  page: Page,
  issue: Issue,
  read: ReadIssue,
  template: Template,
  templates: OpenTemplates,
  {disk, plant}: Machines
): Promise<PressProfile | undefined> {
  const ofIssue = issue.press?.profile
  const path = ofIssue ?? template.press.profile
  const folder = read.issueFile.dirname ?? '.'
  const found = await disk.readProfile(
    path,
    ofIssue === undefined ? {template: template.name} : {folder}
  )
  const name = found && readProfileName(found.value)
  const isPress = found !== undefined && name !== undefined
  // Ours is known to be whole.
  const fault =
    isPress && path !== undefined
      ? await findFault(found.path, plant)
      : undefined
  if (isPress && fault === undefined) return {...found, name}

  const templateFile = templates.files.find(
    (file) => file.path === `templates/${page.template}/template.yaml`
  )
  const file = ofIssue === undefined ? templateFile : read.issueFile
  note(
    file ?? read.issueFile,
    pressProfile,
    fault !== undefined
      ? `Unexpected profile \`${path}\` that is damaged (${fault}), expected one that turns pictures into inks`
      : found
        ? `Unexpected profile \`${path}\`, expected an ICC profile of a CMYK press`
        : `Unexpected profile \`${path}\` that is not there, expected a file`,
    {
      place: file?.data.findYamlPlace?.(['press', 'profile']),
      fix: 'Put the plant’s ICC profile into the folder and name it, or leave `profile` out.'
    }
  )
  return undefined
}

// A profile may begin as one and be broken off: one pixel is sent through it.
async function findFault(
  profilePath: string,
  plant: Plant
): Promise<string | undefined> {
  try {
    await plant.separatePicture(Buffer.from(pixel, 'base64'), {
      widthPx: 1,
      lineArtWidthPx: 1,
      profilePath,
      inkLimitPercent: 400
    })
    return undefined
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return reason.split('\n')[0]
  }
}

/** Read what a profile calls itself; absent when it is none of a CMYK press. */
function readProfileName(value: Uint8Array): string | undefined {
  if (value.length < 132) return undefined
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
  const isPress =
    toText(value, 36, 4) === 'acsp' && toText(value, 12, 8) === 'prtrCMYK'
  if (!isPress) return undefined
  const tagCount = Math.min(view.getUint32(128), 100)
  for (let index = 0; index < tagCount; index++) {
    const at = 132 + index * 12
    if (at + 12 > value.length || toText(value, at, 4) !== 'desc') continue
    const offset = view.getUint32(at + 4)
    if (offset + 28 > value.length) break
    if (toText(value, offset, 4) === 'desc') {
      return toText(value, offset + 12, view.getUint32(offset + 8) - 1)
    }
    // Version 4: UTF-16 by language; the first will do.
    const length = view.getUint32(offset + 20)
    const start = offset + view.getUint32(offset + 24)
    return new TextDecoder('utf-16be').decode(
      value.subarray(start, start + length)
    )
  }
  return 'CMYK'
}

function toText(value: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...value.subarray(start, start + length))
}
