// Faces of an issue, cut down to its characters: one small file per face that
// composition measures and painters embed.

import type {Issue} from '../model/issue.ts'
import type {JobFace} from '../render/renderer.ts'
import {openFaces, subsetFace, type FaceTable} from '../type/type.ts'
import {collectIssueCharacters} from './collect-characters.ts'
import type {Machines} from './machines.ts'
import type {OpenTemplates} from './open-templates.ts'
import type {StepRunner} from './run-step.ts'
import {hashBytes, hashText} from './step-key.ts'

/** Fonts, ready to measure and to embed. */
export interface SubsetFaces {
  table: FaceTable
  /** Subset files, by face. */
  files: ReadonlyMap<string, Uint8Array>
  /** Whole files of the faces outputs that reflow want. */
  whole: ReadonlyMap<string, JobFace>
}

/** Cut down every face the issue's templates name. */
export async function subsetFaces(
  issue: Issue,
  templates: OpenTemplates,
  machines: Machines,
  runner: StepRunner
): Promise<SubsetFaces> {
  const characters = collectIssueCharacters(issue, [
    ...templates.byName.values()
  ])
  const files = new Map<string, Uint8Array>()
  const whole = new Map<string, JobFace>()
  const faces = new Map<
    string,
    {value: Uint8Array; fallback: ReadonlyArray<string>}
  >()

  for (const template of templates.byName.values()) {
    for (const [name, face] of Object.entries(template.faces)) {
      if (files.has(name)) continue
      const original = await machines.disk.readFont(face.file, template.name)
      const value = await runner.run({
        name: `font ${name}`,
        version: 1,
        from: [hashBytes(original), hashText(characters)],
        run: () => subsetFace(original, characters)
      })
      files.set(name, value)
      whole.set(name, {name, value: original})
      faces.set(name, {value, fallback: face.fallback})
    }
  }

  return {table: await openFaces(faces), files, whole}
}
