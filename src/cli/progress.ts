import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../run-folder.js'

/** Says on stderr how far a run is. */
export interface ProgressReport {
  update(progress: Progress): void
  end(): void
}

const SECONDS_BETWEEN_LINES = 10

/** A bar on a terminal, a line now and then elsewhere, nothing when quiet. */
export function progressReport(isQuiet: boolean): ProgressReport {
  if (isQuiet) return { update: () => {}, end: () => {} }
  return process.stderr.isTTY ? bar() : occasionalLines()
}

function bar(): ProgressReport {
  const format = '{bar} {value}/{total} articles, {eta_formatted} left, {quarantined} in quarantine'
  const single = new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
  let quarantined = 0
  let isStarted = false
  return {
    update({ done, total, how }) {
      if (how === 'quarantined') quarantined += 1
      if (!isStarted) single.start(total, done, { quarantined })
      isStarted = true
      single.update(done, { quarantined })
    },
    end: () => single.stop(),
  }
}

function occasionalLines(): ProgressReport {
  let last = Date.now()
  return {
    update({ done, total }) {
      if (Date.now() - last < SECONDS_BETWEEN_LINES * 1000) return
      last = Date.now()
      process.stderr.write(`${done} of ${total} articles\n`)
    },
    end: () => {},
  }
}
