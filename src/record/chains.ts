import type { EntityMention } from '../model/mention.js'
import { isNaming } from './profile-names.js'
import { shortForms } from './short-forms.js'

/**
 * Chains of mentions that are one thing: joined by `refersTo`, by registry id, by the same name in the same kind, or by a
 * short form that the article writes beside the name.
 * Mentions in a chain are in text order; chains are in the order of their first mention.
 */
export function chainsOf(mentions: readonly EntityMention[], text: string): EntityMention[][] {
  const sets = new DisjointSets(mentions.length)
  const indexOf = new Map(mentions.map((mention, index) => [mention.id, index]))
  const firstWith = new Map<string, number>()
  mentions.forEach((mention, index) => {
    const target = mention.refersTo === null ? undefined : indexOf.get(mention.refersTo)
    if (target !== undefined) sets.join(index, target)
    if (!isNaming(mention)) return
    for (const key of identityKeys(mention)) {
      const other = firstWith.get(key)
      if (other === undefined) firstWith.set(key, index)
      else sets.join(index, other)
    }
  })
  for (const [one, other] of shortForms(mentions, text)) {
    // What the word lists know apart, or a finder gave to another body, stays apart.
    if (areCompatible(mentions[one], mentions[other])) sets.join(one, other)
  }
  const chains = new Map<number, EntityMention[]>()
  mentions.forEach((mention, index) => {
    const root = sets.root(index)
    const chain = chains.get(root)
    if (chain === undefined) chains.set(root, [mention])
    else chain.push(mention)
  })
  return [...chains.values()]
}

function areCompatible(one: EntityMention | undefined, other: EntityMention | undefined): boolean {
  if (one === undefined || other === undefined || one.kind === 'person' || other.kind === 'person') return false
  if (other.refersTo !== null && other.refersTo !== one.id) return false
  return one.registryId === null || other.registryId === null || one.registryId === other.registryId
}

/** What makes two naming mentions of an article one thing. A name that points elsewhere goes by that alone. */
function identityKeys(mention: EntityMention): string[] {
  if (mention.kind === 'person') return mention.refersTo === null ? [`person ${plain(mention.text)}`] : []
  if (mention.registryId !== null) return [`id ${mention.registryId}`]
  return mention.refersTo === null ? [`${mention.kind} ${plain(mention.canonical ?? mention.text)}`] : []
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/^the /, '')
    .replace(/[\s.,’'-]+/g, ' ')
    .trim()
}

/** Union-find; the smaller index is the root, so that the order of joins does not matter. */
class DisjointSets {
  private readonly parents: number[]

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, index) => index)
  }

  root(index: number): number {
    let at = index
    for (let parent = this.parents[at]; parent !== undefined && parent !== at; parent = this.parents[at]) at = parent
    return at
  }

  join(a: number, b: number): void {
    const [low, high] = [this.root(a), this.root(b)].sort((left, right) => left - right)
    if (low !== undefined && high !== undefined) this.parents[high] = low
  }
}
