// Commands of the archive, as data.

import type {Command, CommandOption} from './command.ts'

const archive: CommandOption = {
  name: 'archive',
  value: 'DIR',
  summary: 'Folder of the archive'
}
const browser: CommandOption = {
  name: 'browser',
  value: 'PATH',
  summary: 'Chrome or Chromium to print with (default: what is found)'
}
const json: CommandOption = {
  name: 'json',
  summary: 'Print one JSON object to standard output, and nothing else'
}

/** The archive's commands, in the order of the help. */
export const archiveCommands: ReadonlyArray<Command> = [
  {
    name: 'archive add',
    usage: 'FOLDER… --archive DIR [options]',
    summary: 'Make issues and put them away for good',
    details: [
      'FOLDER is as in `build`. Each issue is made anew and kept as a BagIt bag: manuscripts and pictures as filed, template, PDF, EPUB, web pages, METS with MODS, ALTO, PREMIS, a IIIF manifest. DIR is begun where it is new or empty.',
      'An issue that is there already and has not changed is left alone; one that was corrected becomes the next version, and nothing is ever overwritten. A bag is there whole or not at all, also when the power fails; several processes may add at once.',
      'Thousands of issues: stop whenever you like and run the same command again, it goes on where it was. `--shard 2/5` takes every fifth issue, for machines that share the work.'
    ],
    options: [
      archive,
      {
        name: 'out',
        value: 'DIR',
        summary:
          'Folder the issues were published into; their pages are kept as they stand there (default: dist/issue)'
      },
      {
        name: 'jobs',
        value: 'N',
        summary: 'Processes that work side by side (default: 1)'
      },
      {
        name: 'shard',
        value: 'I/N',
        summary: 'Take only the I-th of N equal shares of the issues'
      },
      {
        name: 'again',
        summary: 'Make a new version also of issues that have not changed'
      },
      {name: 'strict', summary: 'Let warnings stop the press too'},
      json,
      {
        name: 'encoding',
        value: 'NAME',
        summary: 'Encoding of the manuscripts, such as gb18030 (default: utf-8)'
      },
      browser,
      {name: 'no-cache', summary: 'Make everything anew'}
    ],
    argumentCount: {min: 1, max: Infinity},
    examples: [
      'qianzi archive add manuscript/2026-06-02 --archive archive',
      'qianzi archive add papers/2022 --archive archive --jobs 4 --no-cache'
    ]
  },
  {
    name: 'archive verify',
    usage: '[ISSUE…] --archive DIR [options]',
    summary: 'Check every byte of an archive, and what its files say',
    details: [
      'Hashes every file of every bag, and checks that the descriptions agree with each other, with the copy and with the PDFs: references, boxes, words, records. Each fault is a note; the exit code is 1 when there is one.',
      'A check that was interrupted goes on where it was, unless it has `--seals`. Descriptions that were read before and have not changed since are hashed, but not read again.',
      'A bag whose files and lists were all changed together still agrees with itself. It is told by the seal it was put away with, and so is one that is gone; seals kept outside the archive (`--seals`) tell it also of whoever changed those within.'
    ],
    options: [
      archive,
      {name: 'anew', summary: 'Begin at the beginning'},
      {
        name: 'full',
        summary: 'Read all descriptions again, also those that have not changed'
      },
      {
        name: 'seals',
        value: 'FILE',
        summary:
          'Compare with seals that `list --seals` wrote, kept where nobody changes them'
      },
      json
    ],
    argumentCount: {min: 0, max: Infinity},
    examples: [
      'qianzi archive verify --archive archive',
      'qianzi archive verify yunzhong-2026-06-02 --archive archive --full'
    ]
  },
  {
    name: 'archive find',
    usage: '[WORDS…] --archive DIR [options]',
    summary: 'Find stories in an archive',
    details: [
      'Stories that have all the words, newest first. A word is found wherever it stands, one Chinese character included, in traditional or simplified characters; `"…"` is one phrase. Without words, all stories that the options leave.'
    ],
    options: [
      archive,
      {
        name: 'from',
        value: 'DATE',
        summary: 'First day: 2022, 2022-06 or 2022-06-01'
      },
      {name: 'to', value: 'DATE', summary: 'Last day, likewise'},
      {
        name: 'kind',
        value: 'KIND',
        summary: 'Kind of story: news, feature, commentary, …'
      },
      {name: 'section', value: 'NAME', summary: 'Section of the paper'},
      {name: 'author', value: 'NAME', summary: 'Name in the byline'},
      {name: 'publication', value: 'NAME', summary: 'Name of the paper'},
      {
        name: 'limit',
        value: 'COUNT',
        summary: 'Stories to show (default: 20)'
      },
      json
    ],
    argumentCount: {min: 0, max: Infinity},
    examples: [
      'qianzi archive find 沙棘 --archive archive --from 2022-01 --kind feature',
      'qianzi archive find \'"乡村振兴" 合作社\' --archive archive --json'
    ]
  },
  {
    name: 'archive export',
    usage: '[ISSUE…] --archive DIR --to NAME --out FOLDER [options]',
    summary: 'Hand on what is in an archive',
    details: [
      'The latest version of every issue, or of those that are named. `csv` and `json` list issues and stories, for spreadsheets and scripts. `iiif` is a folder to be put at an address: a collection, manifests with all they point to, and a list of changes for harvesters (IIIF Change Discovery 1.0). `wacz` is a file for each issue, its web edition as a web archive.',
      '`ndnp` is one batch after the profile of the National Digital Newspaper Program, as Open ONI loads it: a bag with JPEG 2000, PDF and ALTO 2.0 of every page, a METS for each issue and the list of issues. It asks for `--awardee` and `--batch`, and for the control number of each title: `lccn` under `imprint` in `issue.yaml`, or `--lccn`. A broadsheet page takes some ten seconds and 600 MB of memory. Open ONI lights only Latin letters and figures on the page, no Chinese.',
      'The same archive gives the same files.'
    ],
    options: [
      archive,
      {
        name: 'to',
        value: 'NAME',
        summary: 'What to make: csv, json, iiif, wacz or ndnp'
      },
      {
        name: 'out',
        value: 'FOLDER',
        summary: 'Folder to write into; must be new or empty'
      },
      {
        name: 'base',
        value: 'URL',
        summary:
          'Address the files will be below, for iiif and wacz (default: one that leads nowhere)'
      },
      {
        name: 'awardee',
        value: 'CODE',
        summary:
          'Code of the library that hands the batch on, in the MARC list of organizations, for ndnp'
      },
      {
        name: 'batch',
        value: 'NAME',
        summary: 'Name of the batch, small letters and figures, for ndnp'
      },
      {
        name: 'lccn',
        value: 'NUMBER',
        summary:
          'Control number of the title, for ndnp and issues that don’t say theirs'
      },
      {
        name: 'ppi',
        value: 'COUNT',
        summary: 'Pixels to an inch of the pictures of ndnp (default: 300)'
      }
    ],
    argumentCount: {min: 0, max: Infinity},
    examples: [
      'qianzi archive export --archive archive --to csv --out tables',
      'qianzi archive export --archive archive --to iiif --base https://paper.example/iiif --out iiif',
      'qianzi archive export --archive archive --to ndnp --awardee oru --batch ashland --lccn sn86069873 --out batches'
    ]
  },
  {
    name: 'archive rebuild',
    usage: 'ISSUE --archive DIR [options]',
    summary: 'Make an issue again from what was put away',
    details: [
      'ISSUE is a name as `list` gives it; `NAME/v1` is its first version, `NAME` the latest. All it takes is in the bag, but for the fonts and the colour profile that come with the press, and the browser: those have to be the ones whose hashes are in `data/record.json`.',
      'Every file that is made is compared with the one that was kept; the exit code is 1 when one differs. With `--out`, the files are written, as `build` does.'
    ],
    options: [
      archive,
      {
        name: 'out',
        value: 'DIR',
        summary: 'Folder to publish into (default: only compared)'
      },
      browser
    ],
    argumentCount: {min: 1, max: 1},
    examples: [
      'qianzi archive rebuild yunzhong-2026-06-02 --archive archive --out again'
    ]
  },
  {
    name: 'archive list',
    usage: '--archive DIR [options]',
    summary: 'List the issues of an archive',
    details: ['Every version of every issue, by date.'],
    options: [
      archive,
      {
        name: 'seals',
        summary:
          'Print a hash for every bag instead, as `sha256sum` does: keep them elsewhere, for `verify --seals`'
      },
      json
    ],
    argumentCount: {min: 0, max: 0},
    examples: [
      'qianzi archive list --archive archive',
      'qianzi archive list --archive archive --seals > seals.txt'
    ]
  },
  {
    name: 'archive catalogue',
    usage: '--archive DIR',
    summary: 'Make the catalogue of an archive anew from its bags',
    details: [
      'The catalogue is what `list` and `find` look things up in. It holds nothing that is not in the bags; delete it whenever you like.'
    ],
    options: [archive],
    argumentCount: {min: 0, max: 0},
    examples: ['qianzi archive catalogue --archive archive']
  }
]
