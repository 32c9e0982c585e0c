import {defineConfig, type ViteUserConfig} from 'vitest/config'

// The slow suite: real browsers and independent validators.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.slow.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false
  }
})

export default config
