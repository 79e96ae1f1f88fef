import { pronounByForm } from '../../lexicons/pronouns.js'
import type { Document, Token } from '../../model/document.js'
import { type Mention, mentionId } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import { finder } from '../finder.js'
import { nominalAt } from './coreference-nominals.js'
import { choosePronoun, type Place } from './coreference-pronouns.js'
import { type Antecedent, type Referent, referentKey, roleNouns } from './coreference-referents.js'

/** Document → Document with the pronouns and nouns that stand for a person, agency or organization named before. */
export const resolveCoreference = finder('resolve-coreference', coreferenceIn)

interface Found {
  readonly span: Span
  readonly form: 'pronoun' | 'nominal'
  readonly rule: string
  readonly score: number
  readonly referent: Referent
}

/** What `resolveCoreference` finds: what it cannot settle is left out. */
export function coreferenceIn(document: Document): Mention[] {
  const named = document.mentions.filter(isAntecedent)
  if (named.length === 0) return []
  const reading = new Reading(document, named)
  return reading.read()
}

function isAntecedent(mention: Mention): mention is Antecedent {
  return mention.kind === 'person' || mention.kind === 'agency' || mention.kind === 'organization'
}

/** One article read from start to end: who was spoken of, where last, and what was found to refer to them. */
class Reading {
  private readonly referents = new Map<string, Referent>()
  private readonly found: Mention[] = []
  private readonly rootOf = new Map<string, string>()
  private next = 0
  private quotation = 0
  private readonly document: Document
  private readonly named: readonly Antecedent[]

  constructor(document: Document, named: readonly Antecedent[]) {
    this.document = document
    this.named = named
    const byId = new Map(named.map((mention) => [mention.id, mention]))
    for (const mention of named) {
      const target = mention.refersTo === null ? undefined : byId.get(mention.refersTo)
      if (target !== undefined) this.rootOf.set(mention.id, referentKey(target, this.rootOf))
    }
  }

  read(): Mention[] {
    const { tokens, sentences } = this.document
    sentences.forEach((sentence, index) => {
      let firstOfSentence = true
      for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
        const token = tokens[at]
        if (token === undefined) continue
        const mention = this.named[this.next]
        if (mention !== undefined && token.end > mention.start) {
          this.meet(mention, {
            sentence: index,
            token: at,
            isSubject: firstOfSentence || isBeforeVerb(tokens, at, mention.end),
            quotation: this.quotationAt(token.start),
          })
          firstOfSentence = false
          while (at + 1 < sentence.lastToken && (tokens[at + 1]?.start ?? 0) < mention.end) at += 1
          this.skipInside(mention)
          continue
        }
        const place = { sentence: index, token: at, quotation: -1, sentenceStart: sentence.firstToken }
        const found = this.resolve(token, place)
        if (found === null) continue
        this.add(found, {
          ...place,
          isSubject: firstOfSentence || at === sentence.firstToken,
          quotation: this.quotationAt(token.start),
        })
        firstOfSentence = false
      }
    })
    return this.found
  }

  private skipInside(mention: Antecedent): void {
    this.next += 1
    while ((this.named[this.next]?.start ?? Number.POSITIVE_INFINITY) < mention.end) this.next += 1
  }

  private quotationAt(offset: number): number {
    const { quotations } = this.document
    let at = this.quotation
    while (at < quotations.length && (quotations[at]?.end ?? 0) <= offset) at += 1
    this.quotation = at
    const quotation = quotations[at]
    return quotation !== undefined && quotation.start <= offset ? at : -1
  }

  private meet(mention: Antecedent, sighting: Referent['last']): void {
    const key = referentKey(mention, this.rootOf)
    const known = this.referents.get(key)
    const roles = mention.kind === 'person' ? roleNouns(this.document, mention) : new Set<string>()
    const gender = mention.kind === 'person' ? mention.gender : null
    if (known === undefined || known.kind !== mention.kind) {
      this.referents.set(key, { kind: mention.kind, key, gender, latest: mention, roles, last: sighting, count: 1 })
      return
    }
    known.gender ??= gender
    known.latest = mention
    known.last = sighting
    known.count += 1
    for (const role of roles) known.roles.add(role)
  }

  private resolve(token: Token, place: Omit<Place, 'quotation'>): Found | null {
    const form = token.normal
    const short = form.indexOf("'")
    const pronoun = pronounByForm.get(short > 0 ? form.slice(0, short) : form)
    const here = { ...place, quotation: -1 }
    if (pronoun !== undefined) {
      const referents = [...this.referents.values()]
      const choice = choosePronoun(this.document, pronoun, referents, {
        ...here,
        quotation: this.quotationAt(token.start),
      })
      if (choice === null) return null
      const end = short > 0 ? token.start + short : token.end
      return { span: { start: token.start, end }, form: 'pronoun', rule: 'coreference/pronoun', ...choice }
    }
    if (form !== 'the') return null
    return nominalAt(this.document, place.token, [...this.referents.values()], place.sentence)
  }

  private add({ span, form, rule, score, referent }: Found, sighting: Referent['last']): void {
    const { article } = this.document
    const { latest } = referent
    referent.last = sighting
    referent.count += form === 'pronoun' ? 0.5 : 1
    const base = {
      id: mentionId(article.id, latest.kind, span),
      ...span,
      text: article.text.slice(span.start, span.end),
      rule,
      score,
      form,
      refersTo: latest.id,
    }
    if (latest.kind === 'person')
      this.found.push({ ...base, kind: 'person', name: null, gender: referent.gender, roles: [] })
    else this.found.push({ ...base, kind: latest.kind, registryId: latest.registryId, canonical: null })
  }
}

/** Whether a finite verb follows a mention: it is a subject. */
function isBeforeVerb(tokens: readonly Token[], at: number, end: number): boolean {
  let next = at
  while ((tokens[next]?.start ?? end) < end) next += 1
  const tags = tokens[next]?.tags ?? []
  return (
    tags.includes('PastTense') ||
    tags.includes('PresentTense') ||
    tags.includes('Copula') ||
    tags.includes('Modal') ||
    tags.includes('Auxiliary')
  )
}
