import { parentPort, workerData } from 'node:worker_threads'
import type { Origin } from '../model/article.js'
import { loadPipeline } from './load-pipeline.js'
import { runEach } from './runner.js'
import type { ThreadData } from './threads.js'

// `Thread` of threads.ts is the only one that starts this file, and gives it this.
const { source, check, stage }: ThreadData = workerData
const pipeline = await loadPipeline(source)

parentPort?.on('message', async (origin: Origin) => {
  const outcome = await runEach(pipeline, origin, { check, onStage: (index) => Atomics.store(stage, 0, index) })
  parentPort?.postMessage(outcome)
})
parentPort?.postMessage('ready')
