// English copy out of a small grammar: an island that does not exist.

import {fillPattern, type Copywriter, type Scene} from './copywriter.ts'
import type {Dice} from './open-dice.ts'

const words: Readonly<Record<string, ReadonlyArray<string>>> = {
  first: [
    'Ada',
    'Bram',
    'Esker',
    'Ingrid',
    'Marta',
    'Nell',
    'Posy',
    'Tom',
    'Wren',
    'Silas',
    'Hester',
    'Jory'
  ],
  last: [
    'Venn',
    'Rowe',
    'Tolley',
    'Kerr',
    'Sale',
    'Quill',
    'Ferris',
    'Marsh',
    'Pike',
    'Lark',
    'Thorne'
  ],
  name: ['{first} {last}'],
  place: [
    'Port Merrow',
    'Quarry Head',
    'Fish Street',
    'Mill Road',
    'the North Sound',
    'Lanternhouse',
    'Gull Rock',
    'Saltby',
    'Long Ness',
    'Withy Green'
  ],
  thing: [
    'ferry',
    'lighthouse',
    'bakery',
    'orchard',
    'choir',
    'lifeboat',
    'library',
    'quay',
    'windmill',
    'market hall',
    'footbridge'
  ],
  body: [
    'the town council',
    'the harbour office',
    'the island school',
    'the fishermen’s meeting',
    'the parish',
    'the water board'
  ],
  crop: ['barley', 'apples', 'kelp', 'wool', 'honey', 'oysters', 'potatoes'],
  month: ['January', 'March', 'April', 'May', 'July', 'September', 'November'],
  day: [
    'On Monday',
    'Last {month}',
    'On {1-28} {month}',
    'Early on Thursday',
    'This spring',
    'After the gale'
  ],
  money: ['£{2-98},{100-999}', '£{1-9}.{1-9}m', '£{40-900}'],
  share: ['{5-60} per cent', 'a third', 'nearly half', 'one in {3-9}'],
  said: ['said', 'recalled', 'explained', 'added'],
  speech: [
    'It was never about the money, though the money helped',
    'You learn to wait for the tide, and then you learn not to',
    'Nobody asked us, so we went ahead',
    'It leaks on purpose, which is more than I can say for my roof',
    'My grandfather would have laughed, and then he would have helped',
    'The first year we lost, the second we broke even, and the third we told people',
    'There is always somebody who knows how it was done before'
  ],
  sentence: [
    '{day}, {body} agreed to repair the {thing} at {place}, at a cost of {money}.',
    '“{speech},” {said} {name}, who has kept the {thing} for {3-48} years.',
    '{name} is {21-84}, and has never lived more than {2-14} miles from {place}.',
    'The {thing} carried {110-990} people in {month}, {share} more than a year before.',
    'Nothing of the kind has been tried since {18-19}{10-97}, when the old {thing} was lost in a storm.',
    'It takes {3-28} days to dry a crop of {crop}, and the weather rarely gives more than {2-9}.',
    'Some of the neighbours are doubtful; a petition against the {thing} has {12-96} names on it, {share} of them from {place}.',
    '“{speech}.”',
    'A count by {body} found {1000-9800} visitors in a single week — a number that surprised everyone but {name}.',
    'Work will begin before the end of {month} and should take {4-38} weeks, wind and tide permitting.',
    'The instructions, copied by hand into a ledger called *The {thing2} Book*, run to {40-190} pages.',
    'There are {3-19} places for apprentices, and {20-90} have asked for one.',
    '{name} disagrees. “{speech},” she {said}. “{speech}.”',
    'What cannot be seen is new: {4-60} tonnes of gravel, {2-9} miles of cable and a pump that nobody has yet had to start…',
    'Prices of {crop} rose by {share} at {place} last week, to {money} a tonne.',
    'The council will vote on it next Tuesday, after a motion about the {thing}, which has so far found one supporter.',
    'For {body} the matter is settled; for {place}, it has only begun.',
    'At {5-9} in the morning the {thing} is the warmest room on the island, and by {10-11} it is the loudest.'
  ],
  thing2: ['Tide', 'Stone', 'Ferry', 'Lamp'],
  headline: [
    'A {thing} of their own | at {place}',
    'Island counts its {crop}, | and then its friends',
    '{name} keeps the {thing} | one more winter',
    'Vote on {thing} is put off',
    'How {place} got | its {thing} back',
    'Price of {crop} climbs again',
    'The {thing} that would not close',
    'Second {thing} for {place}',
    'Gale spares {thing}',
    '{name} leaves | the {thing} for good',
    'What the tide left | at {place}',
    'No more {crop} till {month}, | growers warn',
    '{place} votes | to keep its {thing}',
    'Ferry to {place} | runs late, and nobody minds',
    'A ledger for the {thing}',
    'Visitors outnumber {crop}',
    'The day the {thing} | came down',
    '{share} fewer boats, | more {crop}'
  ],
  kicker: [
    'After {3-19} months of talk',
    'Island life',
    'From {place}',
    'The {crop} season'
  ],
  deck: [
    '{body2} finds {money}, a year early and under its price',
    'What {share} of the island thinks of the new {thing}',
    'A walk along the shore with {name}'
  ],
  body2: ['Council', 'Harbour office', 'Parish', 'Water board'],
  summary: [
    'The {thing} at {place} is to be rebuilt for {money}. {name}, who began it all, would rather talk about {crop}.'
  ],
  leadIn: ['{place3}, {1-28} {month} —', '{place3} —'],
  place3: ['PORT MERROW', 'SALTBY', 'LONG NESS'],
  byline: ['By {name}'],
  crosshead: [
    'A wall that drains',
    'Soup, but no speeches',
    'Counting heads',
    'What the ledger says',
    'The long way round',
    'After the vote'
  ],
  pullQuote: ['{speech}.'],
  caption: [
    'The {thing} at {place}, on the first dry morning of {month}.',
    '{name} at work in {place}. There are {3-19} of these left on the island.',
    'Baskets of {crop} wait for the {thing}.'
  ],
  credit: ['Illustration: art desk'],
  listItem: [
    '{place}: {3-19} sailings a day, from {5-9} a.m.',
    '{crop2}: {money} a tonne',
    'Meetings on {weekday}s at {5-8}, in the {thing}'
  ],
  crop2: ['Barley', 'Apples', 'Kelp', 'Wool'],
  weekday: ['Monday', 'Thursday', 'Saturday'],
  footnote: [
    'Figures from {body}, to the end of {month}.',
    'Printed by hand, in {30-90} copies.'
  ],
  adHead: [
    'The Beacon, at your door by seven',
    '{crop2} for the winter',
    'Rooms at {place}'
  ],
  adBody: [
    'Six days a week, in any weather. {1-90} Ropewalk (fictional).',
    'From {money}. Ask for {name} at {place} (fictional).'
  ],
  fillerHead: ['Mind the tide', 'A reminder'],
  fillerBody: [
    'Small craft should carry a horn.',
    'The library is open on Thursdays.'
  ]
}

/** English copywriter. */
export const englishCopywriter: Copywriter = {
  publication: 'The Island Beacon',
  lang: 'en',
  staff: {Editor: 'Wren Marsh', 'Make-up': 'Silas Pike', Proof: 'Hester Lark'},
  sections: ['News', 'Island', 'Harbour', 'Culture', 'Sport', 'Letters'],
  charactersPerEm: 2.2,
  briefsTitle: 'In brief',
  boxTitle: 'At a glance',
  toScene(dice: Dice): Scene {
    const scene: Record<string, string> = {}
    for (const name of ['place', 'thing', 'crop', 'name']) {
      scene[name] = write(`{${name}}`, dice, {})
    }
    return scene
  },
  sentence: (dice, scene) =>
    capitalize(write('{sentence}', dice, dice.happens(50) ? scene : {})),
  headline: (dice, scene) => write('{headline}', dice, scene),
  kicker: (dice, scene) => write('{kicker}', dice, scene),
  deck: (dice, scene) => write('{deck}', dice, scene),
  summary: (dice, scene) => write('{summary}', dice, scene),
  byline: (dice) => write('{byline}', dice, {}),
  leadIn: (dice, scene) => write('{leadIn}', dice, scene),
  crosshead: (dice, scene) => write('{crosshead}', dice, scene),
  pullQuote: (dice, scene) => write('{pullQuote}', dice, scene),
  caption: (dice, scene) => write('{caption}', dice, scene),
  credit: (dice, scene) => write('{credit}', dice, scene),
  listItem: (dice) => capitalize(write('{listItem}', dice, {})),
  footnote: (dice, scene) => write('{footnote}', dice, scene),
  table(dice) {
    const rows = ['| Day | High | Low |', '|:-|-:|-:|']
    for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
      const high = `${dice.between(5, 11)}.${dice.between(10, 59)}`
      const low = `${dice.between(1, 4)}.${dice.between(10, 59)}`
      rows.push(`| ${day} | ${high} | ${low} |`)
    }
    return rows.join('\n')
  },
  advertisement: (dice, scene) => ({
    headline: write('{adHead}', dice, scene),
    body: write('{adBody}', dice, scene)
  }),
  filler: (dice, scene) => ({
    headline: write('{fillerHead}', dice, scene),
    body: write('{fillerBody}', dice, scene)
  })
}

function capitalize(text: string): string {
  return text.replace(/^“?[a-z]/, (letters) => letters.toUpperCase())
}

function write(pattern: string, dice: Dice, scene: Scene): string {
  return fillPattern(pattern, dice, scene, words)
}
