/** A pronoun that was put to the test. */
export interface Trial {
  /** Of whom was chosen; 0 where nobody was. */
  readonly score: number
  readonly hasAnswer: boolean
  readonly isRight: boolean
  /** Whether a wrong choice counts: GAP asks after two names only. */
  readonly isCounted: boolean
}

/** Prints precision, recall and F1 at some thresholds. */
export function printCounts(name: string, trials: readonly Trial[]): void {
  for (const least of [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const given = trials.filter(({ score }) => score > 0 && score >= least)
    const right = given.filter(({ isRight }) => isRight).length
    const wrong = given.filter(({ isRight, isCounted }) => !isRight && isCounted).length
    const gold = trials.filter(({ hasAnswer }) => hasAnswer).length
    const [precision, recall] = [right / (right + wrong), right / gold]
    console.log(`${name} at ${least}: P ${percent(precision)} R ${percent(recall)} F1 ${percent((2 * precision * recall) / (precision + recall))}`)
  }
}

/** Prints, for each tenth of the score, how many choices there are and how many of those that can be judged are right. */
export function printReliability(name: string, trials: readonly Trial[]): void {
  console.log(`${name}: score, choices, right`)
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const inside = trials.filter(({ score, isRight, isCounted }) => score > 0 && (isRight || isCounted) && Math.min(9, Math.floor(score * 10)) === tenth)
    if (inside.length === 0) continue
    const right = inside.filter(({ isRight }) => isRight).length
    console.log(`  ${(tenth / 10).toFixed(1)}  ${String(inside.length).padStart(5)}  ${percent(right / inside.length)}`)
  }
}

/** Right, wrong and missed. */
export interface Counts {
  right: number
  wrong: number
  missed: number
}

export function emptyCounts(): Counts {
  return { right: 0, wrong: 0, missed: 0 }
}

/** Precision, recall and F1 on one line. */
export function f1Line({ right, wrong, missed }: Counts): string {
  return `P ${percent(right / (right + wrong))} R ${percent(right / (right + missed))} F1 ${percent((2 * right) / (2 * right + wrong + missed))}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
