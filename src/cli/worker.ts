import { Writable } from 'node:stream'
import { type Command, Option } from 'commander'
import type { Engine } from '../model/run.js'
import type { WorkerStage } from '../run-folder.js'
import { answerLines } from '../runners/stdio.js'
import { engine, files, given, number } from './arguments.js'

const HELP = `
Lines of JSON on stdin; exactly one line on stdout for each, in their order, before the next is read:
  each    {"path": "a.txt", "raw": "…"}    (or "base64"; or the path of a file alone; "mediaType" where the name says nothing)
          → the article's record
  keys    a record → {"items": [{"keys": […], "item": {…}}]}, its profiles and what to group them by
  pairs   {"left": item, "right": item} → their judgement
          {"key": "…", "items": [item, …]} → {"key", "judgements"}: a group, each pair in the first group it shares only
What goes wrong with a line is its answer: {"error": {"path", "stage", "code", "message", "cause"}}. An article that hangs
(--deadline), crashes or fills the memory (--memory) is such a line too, and the next is read by a fresh thread.
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
  readonly memory?: number
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
    .option('--memory <megabytes>', 'how much one article may fill (default: 1024)', number)
    .addHelpText('after', HELP)
    .action(async ({ stage, deadline, memory: memoryMb, ...options }: WorkerFlags) => {
      const { lineWorker } = await import('../run-folder.js')
      const deadlineMs = deadline === undefined ? undefined : Math.round(deadline * 1000)
      const worker = await lineWorker(stage, {
        ...options,
        ...given({ deadlineMs, memoryMb }),
        onNotice: (notice) => process.stderr.write(`${notice}\n`),
      })
      await answerLines(process.stdin, answersAlone(), worker.answer).finally(worker.close)
      process.stdin.destroy()
    })
}

/** Stdout for the answers alone: what a pipeline prints there would be a line that nobody asked for, and goes to stderr. */
function answersAlone(): Writable {
  const { stdout, stderr } = process
  const write = stdout.write.bind(stdout)
  stdout.write = stderr.write.bind(stderr)
  const answers = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => void write(chunk, done),
  })
  // The main program says what is wrong with stdout; here it only means that nobody reads any more.
  answers.on('error', () => {})
  return answers
}
