import { SetupError } from '../model/errors.js'
import type { Engine } from '../model/run.js'
import { readerFault } from '../reader/load.js'

/** The engine that a run uses; `notice` says why it is not the one that a run uses by default. */
export interface ChosenEngine {
  readonly engine: Engine
  readonly notice: string | null
}

/**
 * The learned reader unless rules are asked for. Where it cannot be loaded a run goes on with rules, and says so; a run
 * that asked for it does not start.
 * @throws {SetupError} when the learned reader was asked for and cannot be loaded
 */
export async function chooseEngine(asked: Engine | undefined): Promise<ChosenEngine> {
  if (asked === 'rules') return { engine: 'rules', notice: null }
  const fault = await readerFault()
  if (fault === null) return { engine: 'model', notice: null }
  if (asked === 'model') throw new SetupError([fault.message], { cause: fault })
  return { engine: 'rules', notice: `The learned reader cannot be loaded; rules work alone. ${fault.message}` }
}
