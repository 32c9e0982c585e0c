// Commands of the counter, as data: what they are called, what they take, and
// what their help says. Help texts and checks are made of it.

import {archiveCommands} from './archive-commands.ts'
import type {Command, CommandOption} from './command.ts'

export type {Command, CommandName, CommandOption} from './command.ts'

const encoding: CommandOption = {
  name: 'encoding',
  value: 'NAME',
  summary: 'Encoding of the manuscripts, such as gb18030 (default: utf-8)'
}
const json: CommandOption = {
  name: 'json',
  summary: 'Print one JSON object to standard output, and nothing else'
}
const format: CommandOption = {
  name: 'format',
  value: 'NAME',
  summary:
    'How to print notes: text, json, or sarif for editors (default: text)'
}
const score: CommandOption = {
  name: 'score',
  summary: 'Print the error rate, 编校差错率, of each issue'
}
const strict: CommandOption = {
  name: 'strict',
  summary: 'Let warnings stop the press too'
}
const browser: CommandOption = {
  name: 'browser',
  value: 'PATH',
  summary: 'Chrome or Chromium to print with (default: what is found)'
}
const noCache: CommandOption = {
  name: 'no-cache',
  summary: 'Make everything anew'
}

const fresh: CommandOption = {
  name: 'fresh',
  summary: 'Forget where stories stood in the last build'
}

/** The commands, in the order of the help. */
export const commands: ReadonlyArray<Command> = [
  {
    name: 'build',
    usage: '[FOLDER…] [options]',
    summary: 'Publish issues: PDF, EPUB, web edition',
    details: [
      'FOLDER is the folder of an issue, with an `issue.yaml` in it, or a folder of such folders (default: manuscript).',
      'Each issue is read, made up, composed and proofread before anything is printed. It is published whole or not at all: a story that does not fit, a lost picture, a character no font has, all stop the press, and the exit code is 1.',
      'A page that was built before keeps its layout while its stories still fit it; `plan.json` in the issue’s folder remembers.',
      'Notes are printed as `file:line:column level reason rule`, with the fix below.'
    ],
    options: [
      {
        name: 'out',
        value: 'DIR',
        summary: 'Folder to publish into (default: dist/issue)'
      },
      {
        name: 'to',
        value: 'LIST',
        summary: 'What to make: press,screen,epub,web (default: all)'
      },
      {
        name: 'alternatives',
        value: 'N',
        summary: 'Offer N other layouts of each page in report.html'
      },
      strict,
      json,
      encoding,
      browser,
      fresh,
      noCache
    ],
    argumentCount: {min: 0, max: Infinity},
    examples: [
      'qianzi build manuscript/2026-06-02',
      'qianzi build manuscript --to screen,epub --out published',
      'qianzi build manuscript --json > report.json'
    ]
  },
  {
    name: 'check',
    usage: '[FOLDER…] [options]',
    summary: 'Do all that build does, and stop before printing',
    details: [
      'FOLDER is as in `build`. Pages are made up and composed, so that overset and short stories are known to the line; nothing is written.',
      'The copy is proofread. What is meant as it stands is accepted by `:sic[…]` around it, or by `accept` in the front matter: names of rules, or words of the copy.'
    ],
    options: [strict, score, format, json, encoding, browser, fresh, noCache],
    argumentCount: {min: 0, max: Infinity},
    examples: [
      'qianzi check manuscript/2026-06-02 --strict',
      'qianzi check manuscript --format sarif > notes.sarif'
    ]
  },
  {
    name: 'import page',
    usage: 'FILE --out FOLDER [options]',
    summary: 'Make an issue of the extracted text of one newspaper page',
    details: [
      'FILE is the text of a page as an extractor leaves it. It is split into stories; paragraphs broken by a column’s end are joined; bylines, decks and captions are recognised. Nothing is invented: what is missing or cut is marked as such.'
    ],
    options: [
      {
        name: 'out',
        value: 'FOLDER',
        summary: 'Folder to write the issue into; must be new or empty'
      },
      encoding
    ],
    argumentCount: {min: 1, max: 1},
    examples: ['qianzi import page page.txt --out manuscript/page']
  },
  ...archiveCommands,
  {
    name: 'site',
    usage: 'FOLDER… --out DIR [options]',
    summary: 'Make one web site of published issues, or add them to it',
    details: [
      'FOLDER is the folder of a published issue, with an `edition.json` in it, or a folder of such folders. Issues that are in DIR already stay; without FOLDER the site is rendered anew from what is in it.',
      'Addresses last: /2026/06/02/p5/a1/. Only what an issue touches is written. The site is plain files for any host; its full-text search runs in the browser.'
    ],
    options: [
      {name: 'out', value: 'DIR', summary: 'Folder of the site'},
      {
        name: 'url',
        value: 'URL',
        summary:
          'Address of the site, for feeds, maps and cards (default: as in issue.yaml)'
      },
      {
        name: 'compat',
        value: 'NAME',
        summary:
          'digital-paper: write /html/2026-06/02/node_5.htm and so on too'
      },
      {
        name: 'exact-script',
        summary:
          'Search tells 鎮 from 镇 unless a reader wants otherwise (default: they count as the same)'
      },
      {name: 'anew', summary: 'Render everything anew'},
      json
    ],
    argumentCount: {min: 0, max: Infinity},
    examples: [
      'qianzi site dist/issue --out public --url https://paper.example',
      'qianzi site dist/issue/2026-06-03 --out public'
    ]
  },
  {
    name: 'schema',
    usage: '[issue | story | template] [--out DIR | --docs DIR]',
    summary: 'Write the JSON Schemas that editors use',
    details: [
      'Without `--out`, prints the one asked for, or all three in one object. With it, writes `issue.schema.json`, `story.schema.json` and `template.schema.json` into DIR.',
      'An editor with a YAML language server then completes and checks a file that begins with `# yaml-language-server: $schema=PATH`.'
    ],
    options: [
      {name: 'out', value: 'DIR', summary: 'Folder to write the schemas into'},
      {
        name: 'docs',
        value: 'DIR',
        summary: 'Folder to write the reference of files and commands into'
      }
    ],
    argumentCount: {min: 0, max: 1},
    examples: ['qianzi schema issue', 'qianzi schema --out templates']
  },
  {
    name: 'doctor',
    usage: '[options]',
    summary: 'Say what this machine has and lacks',
    details: [
      'Names the browser and how it was found, Node, the fonts, and the optional validators. The exit code is 1 when something that is needed is missing.'
    ],
    options: [browser],
    argumentCount: {min: 0, max: 0},
    examples: ['qianzi doctor']
  },
  {
    name: 'rules',
    usage: '[RULE] [--out FILE]',
    summary: 'Explain the rules that notes name',
    details: [
      'Prints what each rule says, why, and how to fix it, as Markdown; with RULE, only that one.'
    ],
    options: [{name: 'out', value: 'FILE', summary: 'File to write them into'}],
    argumentCount: {min: 0, max: 1},
    examples: ['qianzi rules overset-story']
  },
  {
    name: 'version',
    usage: '',
    summary: 'Print the version',
    details: [],
    options: [],
    argumentCount: {min: 0, max: 0},
    examples: []
  },
  {
    name: 'help',
    usage: '[COMMAND]',
    summary: 'Print this, or the help of a command',
    details: [],
    options: [],
    argumentCount: {min: 0, max: 2},
    examples: []
  }
]
