import {defineConfig, type ViteUserConfig} from 'vitest/config'

// The quick suite: everything but the slow files.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000
  }
})

export default config
