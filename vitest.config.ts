import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: './tests/temporary.ts',
    testTimeout: 30_000,
    pool: 'threads',
    // Modules are loaded once in each thread, not once for each test file; and many tests wait for a process of their own.
    isolate: false,
    maxWorkers: '100%',
    reporters: ['default', './tests/closing-line.ts'],
  },
})
