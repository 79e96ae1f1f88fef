import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type Command, Option } from 'commander'
import type { Engine } from '../model/run.js'
import type { WorkerStage } from '../run-folder.js'
import { engine, files, given, number } from './arguments.js'

const HELP = `
Lines of JSON on stdin; exactly one line on stdout for each, in their order, before the next is read:
  each    {"path": "a.txt", "raw": "…"}    (or "base64"; or the path of a file alone; "mediaType" where the name says nothing)
          → the article's record
  keys    a record → {"items": [{"keys": […], "item": {…}}]}, its profiles and what to group them by
  pairs   {"left": item, "right": item} → their judgement
          {"key": "…", "items": [item, …]} → {"key", "judgements"}: a group, each pair in the first group it shares only
What goes wrong with a line is its answer: {"error": {"path", "stage", "code", "message", "cause"}}. An article that hangs
(--deadline), crashes or fills the memory is such a line too, and the next is read by a fresh thread.
It runs on one thread: start one worker for each processor.

Examples:
  $ nutgraf worker --stage each < articles.ndjson > records.ndjson
  $ parallel --pipe --block 1M nutgraf worker --stage each < articles.ndjson > records.ndjson
  spark: sc.textFile("articles.ndjson").pipe("nutgraf worker --stage each")`

interface WorkerFlags {
  readonly stage: WorkerStage
  readonly pipeline?: string
  readonly engine?: Engine
  readonly registry?: string[]
  readonly deadline?: number
}

/** `nutgraf worker`: what Spark's pipe, Hadoop Streaming or GNU parallel run. */
export function addWorkerCommand(program: Command): void {
  program
    .command('worker')
    .description('Answer lines of JSON with lines of JSON: for Spark, Hadoop Streaming, GNU parallel.')
    .addOption(
      new Option('--stage <stage>', 'what to do with each line')
        .choices(['each', 'keys', 'pairs'])
        .makeOptionMandatory(),
    )
    .option('--pipeline <name>', 'a pipeline by name, or a .js file (default: news)')
    .option('--engine <engine>', 'how articles are read: model, or rules alone (default: model)', engine)
    .option('--registry <file>', 'further registry entries (may be given several times)', files)
    .option('--deadline <seconds>', 'how long one article may take (default: 60)', number)
    .addHelpText('after', HELP)
    .action(async ({ stage, deadline, ...options }: WorkerFlags) => {
      const { lineWorker } = await import('../run-folder.js')
      const deadlineMs = deadline === undefined ? undefined : Math.round(deadline * 1000)
      const worker = await lineWorker(stage, {
        ...options,
        ...given({ deadlineMs }),
        onNotice: (notice) => process.stderr.write(`${notice}\n`),
      })
      await answerAll(worker.answer).finally(worker.close)
    })
}

async function answerAll(answer: (line: string, count: number) => Promise<string>): Promise<void> {
  let count = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    count += 1
    // Whoever reads slowly slows the worker: nothing is heaped up.
    if (!process.stdout.write(`${await answer(line, count)}\n`)) await once(process.stdout, 'drain')
  }
}
