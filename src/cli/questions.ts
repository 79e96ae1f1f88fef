import type { Entity, Judgement, Verdict } from '../model/entity.js'

const SCORES: Readonly<Record<Verdict, number>> = { same: 1, different: 0, unsure: 0.5 }

/**
 * The pairs that the rules are unsure of, the strongest first. One question settles two whole entities: pairs that an
 * answer makes one, parts, or leaves open with it are not asked again.
 */
export class Questions {
  readonly #unsure: readonly Judgement[]
  readonly #entityOf: ReadonlyMap<string, string>
  readonly #earlier: readonly Judgement[]
  readonly #answers: Judgement[] = []
  #groups = new Map<string, string>()
  #settled = new Set<string>()

  constructor(judgements: readonly Judgement[], entities: readonly Entity[], earlier: readonly Judgement[]) {
    this.#unsure = judgements
      .filter(({ verdict, by }) => verdict === 'unsure' && by !== 'person')
      .sort((a, b) => b.score - a.score || byCodeUnit(a.left, b.left) || byCodeUnit(a.right, b.right))
    this.#entityOf = new Map(entities.flatMap(({ id, profiles }) => profiles.map((profile) => [profile, id])))
    this.#earlier = earlier
    this.#settle()
  }

  /** What is still to be asked, the strongest pair of each two entities. */
  open(): Judgement[] {
    const asked = new Set<string>()
    return this.#unsure.filter((judgement) => {
      const key = this.#key(judgement)
      if (key === null || this.#settled.has(key) || asked.has(key)) return false
      asked.add(key)
      return true
    })
  }

  /** The answers given here, in their order. */
  get answers(): readonly Judgement[] {
    return this.#answers
  }

  answer(judgement: Judgement, verdict: Verdict): void {
    this.#answers.push({ ...judgement, verdict, score: SCORES[verdict], by: 'person' })
    this.#settle()
  }

  /** Takes the last answer back; `false` when there is none. */
  undo(): boolean {
    const undone = this.#answers.pop() !== undefined
    this.#settle()
    return undone
  }

  #settle(): void {
    this.#groups = new Map()
    const known = [...this.#earlier, ...this.#answers]
    for (const { left, right, verdict } of known) {
      if (verdict === 'same') this.#groups.set(this.#groupOf(left), this.#groupOf(right))
    }
    this.#settled = new Set(known.flatMap((judgement) => this.#key(judgement) ?? []))
  }

  /** The two entities, whichever comes first; `null` when they are one. */
  #key({ left, right }: Judgement): string | null {
    const [one, other] = [this.#groupOf(left), this.#groupOf(right)].sort(byCodeUnit)
    return one === other ? null : `${one}\n${other}`
  }

  #groupOf(profile: string): string {
    let group = this.#entityOf.get(profile) ?? profile
    for (let next = this.#groups.get(group); next !== undefined && next !== group; next = this.#groups.get(group)) {
      group = next
    }
    return group
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * What is to go to nomenklatura: people's decisions, on the profiles and on the entities that the `ftm` export has of
 * them, and the open questions on entities.
 */
export function forResolver(
  decided: readonly Judgement[],
  open: readonly Judgement[],
  entities: readonly Entity[],
): { readonly decisions: Judgement[]; readonly suggestions: Judgement[] } {
  const entityOf = new Map(entities.flatMap(({ id, profiles }) => profiles.map((profile) => [profile, id])))
  const onEntities = (judgement: Judgement): Judgement => {
    const ends = [judgement.left, judgement.right].map((id) => entityOf.get(id) ?? id)
    const [left = '', right = ''] = ends.sort(byCodeUnit)
    return { ...judgement, left, right }
  }
  const byPair = new Map<string, Judgement>()
  for (const judgement of decided.flatMap((one) => [one, onEntities(one)])) {
    if (judgement.left !== judgement.right) byPair.set(`${judgement.left}\n${judgement.right}`, judgement)
  }
  return { decisions: [...byPair.values()], suggestions: open.map(onEntities) }
}
