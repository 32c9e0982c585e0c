// Depths that were asked for in an earlier run are not found out again: an
// answer is looked up first, and the room is asked when it is not there.

import type {
  CastOff,
  CastOffRequest,
  CastOffResult,
  CopyCut,
  JumpPlace,
  LegBreaks
} from '../model/plan.ts'

type Fact = Exclude<
  keyof CastOffResult,
  'breaksWith' | 'cutAfter' | 'jumpWithin' | 'legLineCountWith'
>

/** Answers about one setting of a story. */
export interface CastOffAnswers {
  facts: Partial<Pick<CastOffResult, Fact>>
  /** Depths of legs, by what is taken from them. */
  legs: Map<string, number>
  /** Single lines, by the depth of legs and what is taken from them. */
  breaks: Map<string, LegBreaks>
  jumps: Map<string, JumpPlace>
  cuts: Map<number, CopyCut>
}

/** Where answers are. */
export interface AnswerBook {
  /** Find the answers about a setting; new ones are added to them. */
  find(slug: string, setting: string): CastOffAnswers
  /** Called when something was asked for the first time. */
  onAnswer(): void
}

/** Make a cast-off that looks answers up. */
export function recallCastOff(castOff: CastOff, book: AnswerBook): CastOff {
  const results = new Map<string, CastOffResult>()

  return (ask) => {
    const {from, jumpPageNumber, part, shape, slug, to} = ask
    const key = JSON.stringify([slug, part, shape, from, to, jumpPageNumber])
    const known = results.get(key)
    if (known) return known
    const result = recall(ask, book.find(slug, key))
    results.set(key, result)
    return result
  }

  function recall(ask: CastOffRequest, answers: CastOffAnswers): CastOffResult {
    const {breaks, cuts, facts, jumps, legs} = answers
    let asked: CastOffResult | undefined
    const askRoom = (): CastOffResult => {
      book.onAnswer()
      asked ??= castOff(ask)
      return asked
    }
    const fact = <Name extends Fact>(name: Name): CastOffResult[Name] => {
      const known: CastOffResult[Name] | undefined = facts[name]
      if (known !== undefined) return known
      const value = askRoom()[name]
      facts[name] = value
      return value
    }

    return {
      get headLineCount() {
        return fact('headLineCount')
      },
      get footLineCount() {
        return fact('footLineCount')
      },
      get bodyLineCount() {
        return fact('bodyLineCount')
      },
      get lineDeltas() {
        return fact('lineDeltas')
      },
      get pictureLineCount() {
        return fact('pictureLineCount')
      },
      get depthLineCount() {
        return fact('depthLineCount')
      },
      get slackLineCount() {
        return fact('slackLineCount')
      },
      get headlineFits() {
        return fact('headlineFits')
      },
      get headlineFillRatio() {
        return fact('headlineFillRatio')
      },
      legLineCountWith: (taken) =>
        find(legs, taken.join(), () => askRoom().legLineCountWith(taken)),
      breaksWith: (lineCount, taken) =>
        find(breaks, `${lineCount} ${taken.join()}`, () =>
          askRoom().breaksWith(lineCount, taken)
        ),
      jumpWithin: (lineCount, taken) =>
        find(jumps, `${lineCount} ${taken.join()}`, () =>
          askRoom().jumpWithin(lineCount, taken)
        ),
      cutAfter: (lineCount) =>
        find(cuts, lineCount, () => askRoom().cutAfter(lineCount))
    }
  }
}

function find<Key, Value>(
  answers: Map<Key, Value>,
  key: Key,
  ask: () => Value
): Value {
  const known = answers.get(key)
  if (known !== undefined) return known
  const value = ask()
  answers.set(key, value)
  return value
}
