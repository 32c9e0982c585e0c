// Days of the lunar calendar from 1950 to 2100, from a table: to ask the host for
// a calendar takes longer than to set a story, and hosts need not agree.
//
// The table was made from ICU's calendar, and a test holds it against the host's until
// 2050: what comes later is not agreed on everywhere.

/**
 * Bits of each year: `1` for a month of 30 days, the first month lowest; above
 * them how many months come before the leap month, `0` where there is none.
 */
const years = [
  0x00536, 0x00aad, 0x0b5aa, 0x00db2, 0x00da4, 0x07d49, 0x00d4a, 0x10a95,
  0x00a97, 0x00556, 0x0cab5, 0x00ad5, 0x006d2, 0x08ea5, 0x00ea5, 0x0064a,
  0x06c97, 0x00a9b, 0x0f55a, 0x0056a, 0x00b69, 0x0b752, 0x00b52, 0x00b25,
  0x0964b, 0x00a4b, 0x114ab, 0x002ad, 0x0056d, 0x0cb69, 0x00da9, 0x00d92,
  0x09d25, 0x00d25, 0x15a4d, 0x00a56, 0x002b6, 0x0e5b5, 0x006d5, 0x00ea9,
  0x0be92, 0x00e92, 0x00d26, 0x06a56, 0x00a57, 0x114d6, 0x0035a, 0x006d5,
  0x0aec9, 0x00749, 0x00693, 0x0952b, 0x0052b, 0x00a5b, 0x0555a, 0x0056a,
  0x0fb55, 0x00ba4, 0x00b49, 0x0ba93, 0x00a95, 0x0052d, 0x08a6d, 0x00ab5,
  0x135aa, 0x005d2, 0x00da5, 0x0dd4a, 0x00e4a, 0x00c95, 0x0952e, 0x00556,
  0x00ab5, 0x055b2, 0x006d2, 0x0cea5, 0x00f25, 0x0064a, 0x0ac97, 0x004ab,
  0x0055b, 0x06ad6, 0x00b69, 0x17752, 0x00b52, 0x00b25, 0x0da4b, 0x00a4b,
  0x004ab, 0x0a55b, 0x005ad, 0x00b6a, 0x05b52, 0x00d92, 0x0fd25, 0x00d25,
  0x00a55, 0x0b4ad, 0x004b6, 0x005b5, 0x06daa, 0x00ec9, 0x11e92, 0x00e92,
  0x00d26, 0x0ca56, 0x00a57, 0x004d6, 0x086d5, 0x00755, 0x00749, 0x06e93,
  0x00693, 0x0f52b, 0x0052b, 0x00a5b, 0x0b55a, 0x0056a, 0x00b65, 0x0974a,
  0x00b49, 0x11a95, 0x00a95, 0x0052d, 0x0caad, 0x00ab5, 0x005aa, 0x08ba5,
  0x00da5, 0x00d4a, 0x07c95, 0x00c96, 0x0f94e, 0x00556, 0x00ab5, 0x0b5b2,
  0x006d2, 0x00ea5, 0x08e4a, 0x0068b, 0x10c97, 0x004ab, 0x0055b, 0x0cad6,
  0x00b6a, 0x00752, 0x09725, 0x00b45, 0x00a8b, 0x0549b, 0x004ab
] as const

const firstYear = 1950
const firstTime = Date.UTC(1950, 1, 17)
const dayMilliseconds = 24 * 60 * 60 * 1000
const monthBitCount = 13

/** A day of the lunar calendar. */
export interface LunarDay {
  /** The year by the Gregorian one that most of it falls in. */
  year: number
  /** Counted from 1. */
  monthNumber: number
  isLeapMonth: boolean
  /** Counted from 1. */
  dayNumber: number
}

/** Find a day of the lunar calendar; `undefined` where the table ends. */
export function findLunarDay(time: number): LunarDay | undefined {
  let dayIndex = Math.floor((time - firstTime) / dayMilliseconds)
  if (dayIndex < 0) return undefined
  for (const [yearIndex, bits] of years.entries()) {
    const leapIndex = bits >> monthBitCount
    const monthCount = leapIndex > 0 ? 13 : 12
    for (let monthIndex = 0; monthIndex < monthCount; monthIndex++) {
      const dayCount = 29 + ((bits >> monthIndex) & 1)
      if (dayIndex < dayCount) {
        const isAfterLeap = leapIndex > 0 && monthIndex >= leapIndex
        return {
          year: firstYear + yearIndex,
          monthNumber: monthIndex + (isAfterLeap ? 0 : 1),
          isLeapMonth: leapIndex > 0 && monthIndex === leapIndex,
          dayNumber: dayIndex + 1
        }
      }
      dayIndex -= dayCount
    }
  }
  return undefined
}
