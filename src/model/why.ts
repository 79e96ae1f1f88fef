import { channel } from 'node:diagnostics_channel'
import type { Span } from './span.js'

/** What spoke for a choice; `weight` is in log odds, below 0 where it spoke against. */
export interface Reason {
  readonly name: string
  readonly weight: number
}

/** A decision that was weighed: where, what was asked, what could be answered, the likeliest first, and what tipped it. */
export interface Why extends Span {
  readonly question: string
  readonly choices: readonly { readonly answer: string; readonly chance: number }[]
  readonly reasons: readonly Reason[]
}

const whys = channel('nutgraf:why')

/** Tells whoever listens why something was decided. Where nobody does, `why` is not called: it costs a run nothing. */
export function explain(why: () => Why): void {
  if (whys.hasSubscribers) whys.publish(why())
}

/** Gives what `work` gives, and every decision that was weighed meanwhile, in this thread, in text order. */
export async function explained<T>(work: () => Promise<T>): Promise<{ result: T; whys: readonly Why[] }> {
  const found: Why[] = []
  // The only publisher is `explain`.
  const listen = (why: unknown): number => found.push(why as Why)
  whys.subscribe(listen)
  try {
    return { result: await work(), whys: found.sort((a, b) => a.start - b.start || a.end - b.end) }
  } finally {
    whys.unsubscribe(listen)
  }
}
