// Pictures in inks that don't say for which press, shown on screens as the
// issue's own press prints them.

import type {Plant} from '../model/plant.ts'

/** Let a plant convert pictures by the profile of an issue's press. */
export function showInks(
  plant: Plant,
  inkProfile: Uint8Array | undefined
): Plant {
  if (!inkProfile) return plant
  return {
    ...plant,
    convertPicture: (value, options) =>
      plant.convertPicture(value, {inkProfile, ...options})
  }
}
