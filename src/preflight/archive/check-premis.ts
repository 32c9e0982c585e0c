// PREMIS: every file recorded as it is, every event and agent known.

import {checkRecord} from './check-mets.ts'
import type {DescribedBag, XmlSheet} from './described-bag.ts'
import {findAll, textOf} from './read-xml.ts'
import {descriptionRecord, descriptionReference} from './rules.ts'

/** Check PREMIS against the bag. */
export function checkPremis(sheet: XmlSheet, bag: DescribedBag): void {
  const {root} = sheet
  const known = {
    Event: listIds('event', 'eventIdentifierValue'),
    Agent: listIds('agent', 'agentIdentifierValue'),
    Object: listIds('object', 'objectIdentifierValue')
  }
  for (const [what, ids] of Object.entries(known)) {
    for (const link of findAll(
      root,
      `linking${what}Identifier`,
      `related${what}Identifier`
    )) {
      const id =
        textOf(link, `linking${what}IdentifierValue`) ||
        textOf(link, `related${what}IdentifierValue`)
      if (ids.has(id)) continue
      sheet.fault(
        descriptionReference,
        `Unexpected link to \`${id}\`, expected an ${what.toLowerCase()} of that name`,
        link
      )
    }
  }

  const recorded = new Set<string>()
  for (const object of findAll(root, 'object')) {
    if (textOf(object, 'objectIdentifierType') !== 'path') continue
    const path = textOf(object, 'objectIdentifierValue')
    recorded.add(path)
    checkRecord(sheet, bag, {
      path,
      hash: textOf(object, 'messageDigest'),
      byteCount: Number(textOf(object, 'size')),
      element: object
    })
  }
  for (const path of bag.files.keys()) {
    if (path === 'mets.xml' || path === 'premis.xml' || recorded.has(path)) {
      continue
    }
    sheet.fault(
      descriptionRecord,
      `Unexpected file \`${path}\` that PREMIS does not record, expected it there`
    )
  }

  function listIds(name: string, valueName: string): Set<string> {
    return new Set(findAll(root, name).map((one) => textOf(one, valueName)))
  }
}
