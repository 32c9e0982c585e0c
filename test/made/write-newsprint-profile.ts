// `npm run make:profile`: writes the default profile of the press again.

import fs from 'node:fs/promises'
import {makeNewsprintProfile} from '../../src/render/press/profile/make-newsprint-profile.ts'

await fs.writeFile(
  new URL('../../templates/newsprint.icc', import.meta.url),
  makeNewsprintProfile()
)
