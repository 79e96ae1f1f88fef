import type { Comparison, Judgement, Verdict } from '../model/entity.js'
import type { PairStage, ProfileInContext } from '../pipeline/stage.js'
import { blockKeys } from './blocking.js'
import { candidatePairs } from './candidates.js'
import { comparisons, PRIOR } from './comparisons.js'
import { type Features, featuresOf } from './features.js'
import { pairOf } from './pair.js'

/** When two profiles are one, and when they are two. */
export interface JudgeOptions {
  /** Score from which two profiles are the same. @default 0.85 */
  readonly threshold?: number
  /** Score up to which they are different; between the two nobody knows. @default 0.1 */
  readonly different?: number
}

/**
 * The pair stage: the comparisons of the profiles' kind, weighed and added up as log odds, give a score like a
 * probability; every reason is kept.
 * @example new Pipeline<Origin>('news').pairs(judgePairs({ threshold: 0.9 }))
 */
export function judgePairs(options: JudgeOptions = {}): PairStage {
  const threshold = options.threshold ?? 0.85
  const different = options.different ?? 0.1
  // Features of a profile never change; the cache spares reading a name once for every pair it stands in.
  const cache = new WeakMap<ProfileInContext, Features>()
  const read = (item: ProfileInContext): Features => {
    const known = cache.get(item)
    if (known !== undefined) return known
    const features = featuresOf(item)
    cache.set(item, features)
    return features
  }
  return {
    name: 'judge-pairs',
    keys: (item) => blockKeys(read(item)),
    judge: (left, right) => judgePair(read(left), read(right), { threshold, different }),
    candidates: (items) => candidatePairs(items, read),
  }
}

/** Judges two profiles; the answer is the same whichever comes first. */
export function judgePair(one: Features, other: Features, limits: Required<JudgeOptions>): Judgement {
  const [left, right] = one.id < other.id ? [one, other] : [other, one]
  const reasons: Comparison[] = []
  let odds = PRIOR
  const pair = pairOf(left, right)
  for (const { compare, for: gain, against } of comparisons[left.kind === right.kind ? left.kind : 'mixed']) {
    const reason = compare(pair)
    if (reason === null) continue
    reasons.push({ ...reason, score: twoDecimals(reason.score) })
    odds += reason.score * (reason.score > 0 ? gain : against)
  }
  const score = Math.round(1000 / (1 + Math.exp(-odds))) / 1000
  const verdict: Verdict = score >= limits.threshold ? 'same' : score <= limits.different ? 'different' : 'unsure'
  return { left: left.id, right: right.id, verdict, score, by: 'rules', comparisons: reasons }
}

/** The log odds of a score, bounded at 0.999: two sure judgements weigh more than three doubtful ones. */
export function oddsOf(score: number): number {
  const bounded = Math.max(0.001, Math.min(0.999, score))
  return Math.log(bounded / (1 - bounded))
}

function twoDecimals(score: number): number {
  return Math.round(score * 100) / 100
}
