// Faults that a description can have though its schema is content: each is put
// into a sound bag, and named by the rule and the words that tell of it.

/** Text of a bag's descriptions, by path. */
export type Texts = ReadonlyMap<string, string>

/** A fault. */
export interface PlantedFault {
  /** What is wrong. */
  name: string
  /** File it is put into: the first whose path begins like this. */
  path: string
  /** Put it in. */
  plant(text: string): string
  /** Rule that has to be broken. */
  rule: string
  /** What its note has to say. */
  says: RegExp
}

/** Faults that no schema finds. */
export const plantedFaults: ReadonlyArray<PlantedFault> = [
  {
    name: 'an area of METS begins at a block that ALTO lacks',
    path: 'mets.xml',
    plant: (text) => text.replace(/BEGIN="[^"]+"/, 'BEGIN="B9_999"'),
    rule: 'description-reference',
    says: /area `B9_999` of `alto\//
  },
  {
    name: 'a file pointer of METS leads to no file',
    path: 'mets.xml',
    plant: (text) => text.replace(/(<mets:fptr FILEID=")[^"]+/, '$1F9999'),
    rule: 'description-reference',
    says: /`FILEID` to `F9999`/
  },
  {
    name: 'a link of METS leads to no division',
    path: 'mets.xml',
    plant: (text) => text.replace(/xlink:to="PHYS_\d+"/, 'xlink:to="PHYS_99"'),
    rule: 'description-reference',
    says: /link to `PHYS_99`/
  },
  {
    name: 'METS names a file that is not in the bag',
    path: 'mets.xml',
    plant: (text) => text.replace('href="image/page-0', 'href="image/leaf-0'),
    rule: 'description-reference',
    says: /file `image\/leaf-0\d\.jpg` in `mets\.xml`/
  },
  {
    name: 'METS records another hash',
    path: 'mets.xml',
    plant: (text) => text.replace(/CHECKSUM="[^"]{8}/, 'CHECKSUM="0badc0de'),
    rule: 'description-record',
    says: /expected `0badc0de/
  },
  {
    name: 'METS tells another size',
    path: 'mets.xml',
    plant: (text) => text.replace(/SIZE="(\d+)"/, 'SIZE="1$1"'),
    rule: 'description-record',
    says: /^Unexpected size `\d+`/
  },
  {
    name: 'METS turns the pages round',
    path: 'mets.xml',
    plant: (text) =>
      text.replace(/(TYPE="page" ORDER=")\d+(" ORDERLABEL=")\d+/, '$19$299'),
    rule: 'description-order',
    says: /^Unexpected pages `.*99`/
  },
  {
    name: 'METS loses a story',
    path: 'mets.xml',
    plant: (text) => text.replace('TYPE="article"', 'TYPE="section"'),
    rule: 'description-order',
    says: /stories, expected `\d+` as in the copy/
  },
  {
    name: 'MODS calls a story by another name',
    path: 'mets.xml',
    plant: (text) =>
      text.replace(/(ID="D_2">.*?<mods:title>)[^<]+/s, '$1Nothing of the kind'),
    rule: 'description-title',
    says: /title `Nothing of the kind`/
  },
  {
    name: 'MODS gives another day',
    path: 'mets.xml',
    plant: (text) => text.replace(/(keyDate="yes">)[^<]+/, '$11999-12-31'),
    rule: 'description-title',
    says: /`1999-12-31`/
  },
  {
    name: 'a box lies outside its page',
    path: 'alto/',
    plant: (text) => text.replace(/(<String [^>]*HPOS=")[\d.]+/, '$199999'),
    rule: 'description-box',
    says: /\(String\) outside/
  },
  {
    name: 'a box lies outside its line',
    path: 'alto/',
    plant: (text) => text.replace(/(<Glyph [^>]*VPOS=")[\d.]+/, '$11'),
    rule: 'description-box',
    says: /\(Glyph\) outside `W/
  },
  {
    name: 'a word differs from the copy',
    path: 'alto/',
    plant: (text) =>
      text.replace(
        /(<TextBlock[^>]*xlink:href.*?CONTENT=")([^"]+)("[^>]*>).*?<\/String>/s,
        '$1囧$3<Glyph CONTENT="囧" HPOS="0" VPOS="0" WIDTH="0" HEIGHT="0"/></String>'
      ),
    rule: 'description-text',
    says: /囧.* as in the copy$/
  },
  {
    name: 'a character differs from its word',
    path: 'alto/',
    plant: (text) =>
      text.replace(/<Glyph CONTENT="[^"]+/, '<Glyph CONTENT="囧'),
    rule: 'description-text',
    says: /characters `囧/
  },
  {
    name: 'a line of the layout is missing',
    path: 'alto/',
    plant: (text) =>
      text.replace(
        /(<TextBlock [^>]*#[^"]*\/body\/[^>]*>\n)<TextLine .*?<\/TextLine>\n/s,
        '$1'
      ),
    rule: 'description-text',
    says: /as in the (?:copy|layout)$/
  },
  {
    name: 'the order of reading names a block that is not there',
    path: 'alto/',
    plant: (text) => text.replace(/REF="B\d+_\d+"/, 'REF="B9_999"'),
    rule: 'description-reference',
    says: /`REF` to `B9_999`/
  },
  {
    name: 'the order of reading passes over a block',
    path: 'alto/',
    plant: (text) =>
      text.replace(/(<ElementRef [^>]*>\n)<ElementRef [^>]*>\n/, '$1'),
    rule: 'description-order',
    says: /outside the order of reading/
  },
  {
    name: 'the order of reading turns two blocks round',
    path: 'alto/',
    plant: (text) =>
      text.replace(
        /(<ElementRef [^>]*>)\n(<ElementRef [^>]*>)\n(?=<\/OrderedGroup>\n<\/OrderedGroup>)/,
        '$2\n$1\n'
      ),
    rule: 'description-order',
    says: /before .* in the order of reading/
  },
  {
    name: 'a word is set in a style that is not there',
    path: 'alto/',
    plant: (text) => text.replace(/STYLEREFS="S\d+"/, 'STYLEREFS="S999"'),
    rule: 'description-reference',
    says: /`STYLEREFS` to `S999`/
  },
  {
    name: 'a block leads to a story that is not in the copy',
    path: 'alto/',
    plant: (text) =>
      text.replace(/copy\.json#[^"]+/, 'copy.json#nobody/body/0'),
    rule: 'description-reference',
    says: /`nobody\/body\/0` in the copy/
  },
  {
    name: 'the page has other proportions than its picture',
    path: 'alto/',
    plant: (text) => text.replace(/(<Page [^>]*HEIGHT=")/, '$11'),
    rule: 'description-viewer',
    says: /expected the proportions/
  },
  {
    name: 'PREMIS records another hash',
    path: 'premis.xml',
    plant: (text) =>
      text.replace(/<messageDigest>.{8}/, '<messageDigest>0badc0de'),
    rule: 'description-record',
    says: /expected `0badc0de/
  },
  {
    name: 'PREMIS links to an event that never was',
    path: 'premis.xml',
    plant: (text) =>
      text.replace(/(<linkingEventIdentifierValue>)[^<]+/, '$1shredding'),
    rule: 'description-reference',
    says: /link to `shredding`/
  },
  {
    name: 'PREMIS passes over a file',
    path: 'premis.xml',
    plant: (text) =>
      text.replace(
        /<object xsi:type="file">(?:(?!<object ).)*copy\.json.*?<\/object>\n/s,
        ''
      ),
    rule: 'description-record',
    says: /`copy\.json` that PREMIS does not record/
  }
]

/** Put a fault into a bag's descriptions. */
export function plantFault(
  {name, path, plant}: PlantedFault,
  texts: Texts
): {texts: Texts; path: string; text: string} {
  const found = [...texts].find(([one]) => one.startsWith(path))
  if (!found) throw new TypeError(`Unexpected bag without \`${path}\``)
  const text = plant(found[1])
  if (text === found[1]) throw new TypeError(`No room for the fault: ${name}`)
  return {
    texts: new Map([...texts, [found[0], text]]),
    path: found[0],
    text
  }
}
