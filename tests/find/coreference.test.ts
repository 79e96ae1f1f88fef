import { describe, expect, it } from 'vitest'
import { coreferenceIn } from '../../src/find/coreference/coreference.js'
import { namesIn } from '../../src/find/names/names.js'
import { type EntityMention, isEntityMention, type Mention } from '../../src/model/mention.js'
import { segmentArticle } from '../../src/segment/segment.js'
import { articleOf } from '../article-of.js'

function read(text: string): { names: readonly Mention[]; found: readonly EntityMention[] } {
  const segmented = segmentArticle(articleOf([text]))
  const names = namesIn(segmented)
  return { names, found: coreferenceIn({ ...segmented, mentions: names }).filter(isEntityMention) }
}

describe('coreferenceIn', () => {
  it('refers a pronoun to a mention that names', () => {
    const { names, found } = read('Maria Alvarez runs the fire department. She grew up here. She left in May.')
    expect(found.map(({ text, form }) => `${text} ${form}`)).toEqual(['She pronoun', 'She pronoun'])
    for (const mention of found) expect(names.map(({ id }) => id)).toContain(mention.refersTo)
  })

  it('adds nothing where nobody is named', () => {
    expect(read('She left early, and the agency closed.').found).toEqual([])
  })

  it('is surer of the only one that can be meant than of one among several', () => {
    const alone = read('Maria Alvarez runs the fire department. She grew up here.').found[0]
    const among = read('Maria Alvarez told Ruth Keller to leave. She grew up here.').found[0]
    expect(alone?.score ?? 0).toBeGreaterThan(among?.score ?? 0)
  })

  it('marks the pronoun alone in a short form', () => {
    expect(read('Thomas Reed resigned in May. He’d been ill.').found[0]?.text).toBe('He')
  })
})
