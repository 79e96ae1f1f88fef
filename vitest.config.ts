import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: './tests/temporary.ts',
    testTimeout: 30_000,
    pool: 'threads',
    // Modules are loaded once in each thread, not once for each test file. As many tests wait for a process of their own,
    // no processor is left aside for the main thread; and a fifth thread would take longer to load than it spares.
    isolate: false,
    maxWorkers: Math.min(4, availableParallelism()),
    reporters: ['default', './tests/closing-line.ts'],
  },
})
