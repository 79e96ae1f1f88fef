import { Worker } from 'node:worker_threads'
import PQueue from 'p-queue'
import type { Origin } from '../model/article.js'
import type { Judgement } from '../model/entity.js'
import { DocumentError, SetupError } from '../model/errors.js'
import { loadPipeline, type PipelineSource } from './load-pipeline.js'
import { judgeInBlocks } from './pairs.js'
import { failureOf, type Outcome, type Runner } from './runner.js'

export interface ThreadsOptions {
  /** How many worker threads. */
  readonly threads: number
  /** Milliseconds that one article may take. @default 60_000 */
  readonly deadlineMs?: number
  /** Megabytes of heap that one thread may use. @default 1024 */
  readonly memoryMb?: number
  /** Checks the output of every stage. @default false */
  readonly check?: boolean
}

/** What a thread is started with: plain data, and one shared number, the index of the stage at work. */
export interface ThreadData {
  readonly source: PipelineSource
  readonly check: boolean
  readonly stage: Int32Array
}

/** What a thread says first: the names of the stages, or why the pipeline did not load. */
export type ThreadReady = { readonly stages: readonly string[] } | { readonly faults: readonly string[] }

// Node 20 loads no TypeScript in a thread: from source, the built file is run.
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/src/runners/thread-worker.js' : './thread-worker.js',
  import.meta.url,
)

/** Runs articles on worker threads. An article that crashes, hangs or fills the memory is set aside alone. */
export function threadsRunner(options: ThreadsOptions): Runner {
  let prepared: ThreadPool | null = null
  return {
    async prepare(source) {
      prepared = new ThreadPool(source, options)
      await prepared.warm()
    },
    async *each(source, origins) {
      // The main thread loads no pipeline before articles are read: each one that is loaded takes some 100 MB.
      const pool = prepared?.source === source ? prepared : new ThreadPool(source, options)
      prepared = null
      try {
        yield* pool.each(origins)
      } finally {
        await pool.close()
      }
    },
    async *pairs(source, items, known): AsyncGenerator<Judgement> {
      const { pairStage } = await loadPipeline(source)
      if (pairStage) yield* judgeInBlocks(pairStage, items, known)
    },
  }
}

/** Reads one article after another, each answered before the next is taken. */
export interface ThreadReader {
  /** Never rejects: what goes wrong is the article's outcome. */
  read(origin: Origin): Promise<Outcome>
  close(): Promise<void>
}

/**
 * A thread that reads articles as they are asked for, and is replaced when one of them ends it.
 * @throws {SetupError} when the pipeline does not load
 */
export async function threadReader(
  source: PipelineSource,
  options: Omit<ThreadsOptions, 'threads'>,
): Promise<ThreadReader> {
  const pool = new ThreadPool(source, { ...options, threads: 1 })
  await pool.warm()
  return { read: (origin) => pool.run(origin), close: () => pool.close() }
}

class ThreadPool {
  readonly #queue: PQueue
  readonly source: PipelineSource
  readonly #idle: Thread[] = []
  readonly #options: Required<ThreadsOptions>

  constructor(source: PipelineSource, options: ThreadsOptions) {
    this.source = source
    this.#options = { deadlineMs: 60_000, memoryMb: 1024, check: false, ...options }
    this.#queue = new PQueue({ concurrency: options.threads })
  }

  /** Starts a first thread. */
  async warm(): Promise<void> {
    this.#idle.push(await this.#take())
  }

  /** No more than one origin for each thread waits, so the queue's size does not depend on the number of articles. */
  async *each(origins: AsyncIterable<Origin>): AsyncGenerator<Outcome> {
    const outcomes: Outcome[] = []
    const faults: unknown[] = []
    for await (const origin of origins) {
      this.#queue.add(async () => outcomes.push(await this.run(origin))).catch((fault: unknown) => faults.push(fault))
      await this.#queue.onSizeLessThan(this.#options.threads)
      if (faults.length > 0) break
      yield* outcomes.splice(0)
    }
    await this.#queue.onIdle()
    if (faults.length > 0) throw faults[0]
    yield* outcomes
  }

  async close(): Promise<void> {
    this.#queue.clear()
    await this.#queue.onIdle()
    await Promise.all(this.#idle.map((thread) => thread.end()))
  }

  /** An article that ends a used thread gets another chance in a fresh one: an earlier article may be to blame. */
  async run(origin: Origin): Promise<Outcome> {
    const thread = await this.#take()
    const isUsed = thread.isUsed
    const outcome = await thread.run(origin)
    this.#idle.push(thread)
    const isRetried = isUsed && !thread.isAlive && 'failed' in outcome && outcome.failed.code !== 'thread/deadline'
    return isRetried ? this.run(origin) : outcome
  }

  async #take(): Promise<Thread> {
    const idle = this.#idle.pop()
    if (idle?.isAlive) return idle
    const thread = new Thread(this.source, this.#options)
    await thread.ready
    return thread
  }
}

/** One worker thread; it runs one article at a time and ends for good when that goes wrong. */
class Thread {
  readonly ready: Promise<void>
  isAlive = true
  isUsed = false
  readonly #worker: Worker
  readonly #stage = new Int32Array(new SharedArrayBuffer(4))
  #stages: readonly string[] = []
  readonly #deadlineMs: number

  constructor(source: PipelineSource, options: Required<ThreadsOptions>) {
    const workerData: ThreadData = { source, check: options.check, stage: this.#stage }
    this.#deadlineMs = options.deadlineMs
    this.#worker = new Worker(WORKER, { workerData, resourceLimits: { maxOldGenerationSizeMb: options.memoryMb } })
    this.#worker.setMaxListeners(0)
    // Also keeps an error of an idle thread from ending the whole run.
    this.#worker.on('error', () => {
      this.isAlive = false
    })
    this.#worker.on('exit', () => {
      this.isAlive = false
    })
    this.ready = this.#started()
  }

  /** An idle thread does not keep the process from ending. */
  async #started(): Promise<void> {
    const ready = await this.#firstMessage()
    if ('faults' in ready) {
      await this.end()
      throw new SetupError(ready.faults)
    }
    this.#stages = ready.stages
    this.#worker.unref()
  }

  #firstMessage(): Promise<ThreadReady> {
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown): void =>
        reject(new SetupError([`Expected a thread that loads the pipeline, got: ${String(cause)}.`], { cause }))
      this.#worker.once('message', resolve).once('error', fail).once('exit', fail)
    })
  }

  /** Never rejects: what goes wrong is the article's outcome. */
  run(origin: Origin): Promise<Outcome> {
    this.isUsed = true
    return new Promise((resolve) => {
      const settle = (outcome: Outcome): void => {
        clearTimeout(timer)
        this.#worker.unref()
        this.#worker.off('message', settle).off('error', onError).off('exit', onExit)
        resolve(outcome)
      }
      const fail = (error: unknown): void => settle({ path: origin.path, failed: this.#failure(origin.path, error) })
      const onError = (error: unknown): void => fail(threadError(error))
      const onExit = (code: number): void => fail(exited(code))
      const timer = setTimeout(() => {
        this.isAlive = false
        void this.end().then(() => fail(this.#late()))
        this.#worker.off('exit', onExit)
      }, this.#deadlineMs)
      this.#worker.on('message', settle).on('error', onError).on('exit', onExit)
      this.#worker.ref()
      this.#worker.postMessage(origin)
    })
  }

  async end(): Promise<void> {
    this.isAlive = false
    await this.#worker.terminate()
  }

  #failure(path: string, error: unknown): ReturnType<typeof failureOf> {
    return failureOf(path, this.#stages[Atomics.load(this.#stage, 0)] ?? null, error)
  }

  #late(): DocumentError {
    return new DocumentError(
      'thread/deadline',
      `Expected an article to take at most ${this.#deadlineMs} ms, got no end. Raise the deadline or look into the stage.`,
    )
  }
}

function exited(code: number): DocumentError {
  return new DocumentError('thread/exited', `Expected the thread to go on, got its end with exit code ${code}.`)
}

function threadError(error: unknown): DocumentError {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isMemory)
    return new DocumentError('thread/memory', 'Expected a thread’s memory to be enough, got all of it used.')
  return new DocumentError('thread/exited', `Expected the thread to go on, got: ${String(error)}`, { cause: error })
}
