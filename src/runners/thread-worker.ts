import { parentPort, workerData } from 'node:worker_threads'
import type { Origin } from '../model/article.js'
import type { SetupError } from '../model/errors.js'
import { loadPipeline } from './load-pipeline.js'
import { runEach } from './runner.js'
import type { ThreadData, ThreadReady } from './threads.js'

// `Thread` of threads.ts is the only one that starts this file, and gives it this.
const { source, check, stage }: ThreadData = workerData
const loaded = await loadPipeline(source).then(
  (pipeline) => ({ pipeline, ready: { stages: pipeline.eachStages.map((one) => one.name) } }),
  (fault: SetupError) => ({ ready: { faults: fault.faults } }),
)
const { ready }: { readonly ready: ThreadReady } = loaded

parentPort?.on('message', async (origin: Origin) => {
  if (!('pipeline' in loaded)) return
  const outcome = await runEach(loaded.pipeline, origin, { check, onStage: (index) => Atomics.store(stage, 0, index) })
  parentPort?.postMessage(outcome)
})
parentPort?.postMessage(ready)
