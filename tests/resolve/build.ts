import type { ArticleRecord, Profile, ProfileMention } from '../../src/model/record.js'
import { RECORD_SCHEMA } from '../../src/model/record.js'
import type { ProfileInContext } from '../../src/pipeline/stage.js'
import { type Features, featuresOf } from '../../src/resolve/features.js'

/** A profile of an article; its id is made of the article, the kind and `start`. */
export interface ProfileSketch extends Partial<Omit<Profile, 'id' | 'mentions' | 'roles'>> {
  readonly name: string
  readonly start?: number
  readonly titles?: readonly string[]
  readonly mentions?: readonly ProfileMention[]
}

/** Twelve digits. */
export function articleId(number: number): string {
  return String(number).padStart(12, '0')
}

export function profile(article: string, { start = 0, titles = [], ...sketch }: ProfileSketch): Profile {
  const kind = sketch.kind ?? 'person'
  const end = start + sketch.name.length
  const mention: ProfileMention = { start, end, text: sketch.name, form: 'name', rule: 'test/made', score: 1 }
  return {
    id: `${article}:${kind}:${start}-${end}`,
    aliases: [],
    acronym: null,
    registryId: null,
    sameAs: [],
    parent: null,
    score: 1,
    ...sketch,
    kind,
    roles: titles.map((title) => ({ title, organization: null, start, end: start + title.length, text: title })),
    mentions: [...(sketch.mentions ?? [mention])],
  }
}

export function inContext(
  number: number,
  sketch: ProfileSketch & { readonly neighbours?: readonly string[]; readonly published?: string },
): ProfileInContext {
  const { neighbours = [], published = null, ...rest } = sketch
  const article = articleId(number)
  return { profile: profile(article, rest), article, published, neighbours: [...neighbours].sort() }
}

export function features(number: number, sketch: Parameters<typeof inContext>[1]): Features {
  return featuresOf(inContext(number, sketch))
}

/** A record whose profiles are spread over its text, thirty units apart. */
export function record(
  number: number,
  sketches: readonly ProfileSketch[],
  article: Partial<ArticleRecord['article']> = {},
): ArticleRecord {
  const id = articleId(number)
  const profiles = sketches.map((sketch, at) => profile(id, { start: at * 30, ...sketch }))
  const of = (kind: Profile['kind']): Profile[] => profiles.filter((made) => made.kind === kind)
  return {
    schema: RECORD_SCHEMA,
    article: {
      id,
      path: `${number}.md`,
      mediaType: 'text/markdown',
      sha256: '0'.repeat(64),
      title: `Story ${number}`,
      byline: [],
      publisher: null,
      published: null,
      url: null,
      language: 'en',
      status: 'ok',
      text: '',
      removed: [],
      duplicateOf: null,
      ...article,
    },
    people: of('person'),
    agencies: of('agency'),
    organizations: of('organization'),
    places: of('place'),
    figures: [],
    dates: [],
    quotes: [],
  }
}
