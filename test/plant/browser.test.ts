// The browser that is kept.

import {expect, test} from 'vitest'
import {keepBrowser} from '../../src/plant/browser.ts'

test('should close a browser that was asked for a moment ago', async () => {
  const keeper = keepBrowser()
  const started = keeper.start()
  await keeper.close()
  expect((await started).connected).toBe(false)
})
