import {defineConfig, type ViteUserConfig} from 'vitest/config'

// The slow suite: real browsers and independent validators.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.slow.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Most of the time goes to other programs: two files at once, no more.
    maxWorkers: 2
  }
})

export default config
