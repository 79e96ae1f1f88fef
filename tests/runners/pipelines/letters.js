import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ArticleRecord } from '../../../dist/src/model/record.js'

/** A tiny pipeline for tests: capitalised words are people, and a word in the text can make it fail in every way. */
const Text = z.object({ path: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array), text: z.string() })

const read = {
  name: 'read',
  output: Text,
  run({ path, mediaType, raw }) {
    const bytes = typeof raw === 'string' ? Buffer.from(raw) : raw
    return { path, mediaType, bytes, text: Buffer.from(bytes).toString('utf8').trim() }
  },
}

class DocumentError extends Error {
  name = 'DocumentError'
  code = 'read/empty'
}

/** Every way in which a stage can go wrong, by the word that asks for it. */
const faults = {
  THROW: () => {
    throw new TypeError('a bug')
  },
  REFUSE: () => {
    throw new DocumentError('Expected text, got none.', { cause: new Error('behind it') })
  },
  EXIT: () => process.exit(7),
  HANG: () => {
    for (;;);
  },
  LATER: () => setTimeout(() => process.exit(9), 20) && undefined,
  NEVER: () => new Promise(() => {}),
  FILL: () => {
    const kept = []
    for (;;) kept.push({ kept: [kept.length] })
  },
  TALK: () => console.log('a line of its own'),
  SLOW: (input) => new Promise((resolve) => setTimeout(() => resolve(input), 40)),
}

const misbehave = {
  name: 'misbehave',
  output: Text,
  async run(input) {
    const fault = Object.keys(faults).find((word) => input.text.includes(word))
    return fault === undefined ? input : ((await faults[fault](input)) ?? input)
  },
}

const toRecord = {
  name: 'to-record',
  output: ArticleRecord,
  run({ path, mediaType, bytes, text }) {
    const id = createHash('sha256').update(path).update(bytes).digest('hex').slice(0, 12)
    const people = new Map()
    for (const match of text.matchAll(/\b[A-Z][a-z]+\b/g)) {
      const mention = { start: match.index, end: match.index + match[0].length, text: match[0] }
      const profile = people.get(match[0]) ?? profileOf(id, mention)
      profile.mentions.push({ ...mention, form: 'name', rule: 'test/capital', score: 1 })
      people.set(match[0], profile)
    }
    const article = {
      ...{ id, path, mediaType, sha256: createHash('sha256').update(bytes).digest('hex'), title: null, byline: [] },
      ...{ publisher: null, published: null, url: null, language: 'en', status: 'ok', text, removed: [] },
      duplicateOf: null,
    }
    const lists = { agencies: [], organizations: [], places: [], figures: [], dates: [], quotes: [] }
    const invalid = text.includes('INVALID') ? { places: 'none' } : {}
    return { schema: 'nutgraf/record@1', article, people: [...people.values()], ...lists, ...invalid }
  },
}

function profileOf(article, { start, end, text }) {
  const lists = { aliases: [], sameAs: [], roles: [], mentions: [] }
  const nulls = { acronym: null, registryId: null, parent: null }
  return { id: `${article}:person:${start}-${end}`, kind: 'person', name: text, ...lists, ...nulls, score: 1 }
}

/** Two names are one person when they are the same word, and nobody knows when only their first letter is. */
const judge = {
  name: 'judge',
  keys: ({ profile }) => [profile.name.charAt(0), profile.name],
  judge: (left, right) => ({
    ...{ left: left.profile.id, right: right.profile.id, by: 'rules', comparisons: [] },
    ...(left.profile.name === right.profile.name ? { verdict: 'same', score: 1 } : { verdict: 'unsure', score: 0.5 }),
  }),
}

const countPairs = { name: 'count-pairs', makes: 'pairs', run: ({ judgements }) => judgements.length }

export default { name: 'letters', eachStages: [read, misbehave, toRecord], pairStage: judge, allStages: [countPairs] }
