// Pictures in inks that don't say for which press, shown on screens as the
// issue's own press prints them.

import type {Plant} from '../model/plant.ts'
import type {PagePress} from '../model/press.ts'

/** Let a plant convert pictures by the profile of an issue's press. */
export function showInks(
  plant: Plant,
  press: ReadonlyMap<number, PagePress>
): Plant {
  const inkProfile = findInkProfile(press)
  if (!inkProfile) return plant
  return {
    ...plant,
    convertPicture: (value, options) =>
      plant.convertPicture(value, {inkProfile, ...options})
  }
}

/** Find the profile: that of the first page, where pages have several. */
export function findInkProfile(
  press: ReadonlyMap<number, PagePress>
): Uint8Array | undefined {
  const [first] = press.values()
  return first?.profile.value
}
