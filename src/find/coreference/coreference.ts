import { isPersonal, pronounByForm } from '../../lexicons/pronouns.js'
import { roleByForm } from '../../lexicons/roles.js'
import type { Document, Token } from '../../model/document.js'
import { type Mention, mentionId } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import { finder } from '../finder.js'
import { Ahead, openAt, openInTitle, openLead } from './coreference-ahead.js'
import { type Clauses, readClauses, roleOf } from './coreference-clauses.js'
import { type Asked, useOf } from './coreference-features.js'
import { type Links, linksOf } from './coreference-links.js'
import { nominalAt } from './coreference-nominals.js'
import { forceAt, isPoliceWord, policeAt } from './coreference-police.js'
import { type Choice, choosePronoun } from './coreference-pronouns.js'
import {
  type Antecedent,
  addRoles,
  isOfMany,
  type Named,
  type Referent,
  referentKey,
  roleNouns,
  type Sighting,
  titleWords,
} from './coreference-referents.js'
import { speakerBeside } from './coreference-speakers.js'
import { Titles } from './coreference-titles.js'
import { topicAt } from './coreference-topics.js'

/** Document → Document with the pronouns and nouns that stand for a person, agency or organization named before. */
export const resolveCoreference = finder('resolve-coreference', (document) => coreferenceIn(document))

/** Whom a pronoun stands for, and how sure that is; null where it is not clear. */
export type Choose = (asked: Asked) => Choice | null

/** From here on what a pronoun says of its referent's gender is believed. */
const SURE = 0.9

interface Found {
  readonly span: Span
  readonly form: 'pronoun' | 'nominal'
  readonly rule: string
  readonly score: number
  readonly referent: Referent
}

/** What `resolveCoreference` finds: what it cannot settle is left out. `choose` is another's choice, for training. */
export function coreferenceIn(document: Document, choose: Choose = (asked) => choosePronoun(asked)): Mention[] {
  const named = document.mentions.filter(isAntecedent)
  if (named.length === 0) return []
  return new Reading(document, named, choose).read()
}

function isAntecedent(mention: Mention): mention is Antecedent {
  return mention.kind === 'person' || mention.kind === 'agency' || mention.kind === 'organization'
}

/** One article read from start to end: who was spoken of, where last, and what was found to refer to them. */
class Reading {
  private readonly document: Document
  private readonly clauses: Clauses
  private readonly links: Links | null
  private readonly choose: Choose
  private readonly referents = new Map<string, Referent>()
  private readonly inOrder: Referent[] = []
  /** The named mentions, sorted, none inside another, with where each stands. */
  private readonly named: readonly Named[]
  private readonly found: Mention[] = []
  private readonly before = new Map<string, Asked['before']>()
  private readonly titles: Titles
  private quotation = 0
  /** The quotation asked for last, and who speaks it: most pronouns of one stand together. */
  private spokenAt = -1
  private readonly ahead = new Ahead()
  private spokenBy: Referent | null = null

  constructor(document: Document, named: readonly Antecedent[], choose: Choose) {
    this.document = document
    this.choose = choose
    this.titles = new Titles(named)
    this.clauses = readClauses(document)
    this.links = linksOf(document)
    this.named = this.placesOf(named)
    this.quotation = 0
  }

  read(): Mention[] {
    const { tokens, sentences } = this.document
    let next = 0
    sentences.forEach((sentence, index) => {
      for (let at = sentence.firstToken; at < sentence.lastToken; at += 1) {
        const token = tokens[at]
        if (token === undefined) continue
        const name = this.named[next]
        if (name !== undefined && name.sighting.first <= at) {
          this.meet(name)
          next += 1
          at = Math.max(at, name.sighting.last - 1)
          continue
        }
        const found = this.resolve(token, at, index)
        // "The Bank of England": a noun inside of a name is no mention.
        if (
          found !== null &&
          (name === undefined || found.span.end <= name.mention.start || found.span.end > name.mention.end)
        )
          this.add(found)
      }
    })
    return this.found
  }

  /** Where each name stands, and the referents with all places ahead. */
  private placesOf(named: readonly Antecedent[]): readonly Named[] {
    const { tokens, sentences } = this.document
    const rootOf = rootsOf(named)
    const places: Named[] = []
    let [at, sentence, end] = [0, 0, 0]
    for (const mention of named) {
      if (mention.start < end) continue
      end = mention.end
      while (at < tokens.length && (tokens[at]?.end ?? 0) <= mention.start) at += 1
      while (sentence < sentences.length && (sentences[sentence]?.lastToken ?? 0) <= at) sentence += 1
      let last = at
      while (last < tokens.length && (tokens[last]?.start ?? end) < end) last += 1
      if (mention.kind === 'person' && isOfMany(this.document, { first: at, last })) continue
      const sighting = this.sightingAt(at, last, sentence, { form: mention.form, pronoun: '' })
      const key = referentKey(mention, rootOf)
      let referent = this.referents.get(key)
      if (referent === undefined || referent.kind !== mention.kind) {
        referent = this.newReferent(key, mention)
        this.referents.set(key, referent)
        this.inOrder.push(referent)
      }
      referent.ahead.push(sighting)
      places.push({ mention, sighting, referent })
    }
    return places
  }

  private newReferent(key: string, mention: Antecedent): Referent {
    const gender = mention.kind === 'person' ? mention.gender : null
    const order = this.inOrder.length
    const base = {
      sightings: [],
      named: 0,
      subjects: 0,
      ahead: [],
      roles: new Set<string>(),
      titles: new Set<string>(),
    }
    return { ...base, kind: mention.kind, key, order, gender, latest: mention }
  }

  private sightingAt(
    first: number,
    last: number,
    sentence: number,
    { form, pronoun }: { form: Antecedent['form']; pronoun: string },
  ): Sighting {
    const clause = this.clauses.clauseOf[first] ?? 0
    const role = roleOf(this.document, this.clauses, first, last)
    const quotation = this.quotationAt(this.document.tokens[first]?.start ?? 0)
    return { sentence, first, last, clause, role, form, pronoun, quotation }
  }

  private quotationAt(offset: number): number {
    const { quotations } = this.document
    let at = this.quotation
    while (at < quotations.length && (quotations[at]?.end ?? 0) <= offset) at += 1
    this.quotation = at
    const quotation = quotations[at]
    return quotation !== undefined && quotation.start <= offset ? at : -1
  }

  private meet({ mention, sighting, referent }: Named): void {
    if (mention.kind === 'person') {
      referent.gender ??= mention.gender
      for (const role of roleNouns(this.document, mention)) referent.roles.add(role)
      for (const word of titleWords(this.document, mention)) referent.titles.add(word)
      for (const role of mention.roles) this.titles.add(role, referent)
    }
    referent.latest = mention
    referent.named += 1
    see(referent, sighting)
    if (referent.named === 1 && sighting.form === 'name') this.settle(referent, sighting)
  }

  /** Settles who the nouns before the first names are. */
  private settle(referent: Referent, sighting: Sighting): void {
    for (const { span, score, words } of this.ahead.settled(this.document, referent, sighting)) {
      this.add({ span, form: 'nominal', rule: 'coreference/ahead', score, referent })
      addRoles(referent.roles, words.split(' '))
    }
  }

  private resolve(token: Token, at: number, sentence: number): Found | null {
    const form = token.normal
    const short = form.indexOf("'")
    const written = short > 0 ? form.slice(0, short) : form
    const pronoun = pronounByForm.get(written)
    if (pronoun === undefined) {
      if (this.isInTitle(sentence) && roleByForm.has(form)) this.ahead.keep(openInTitle(this.document, at, sentence))
      if (isPoliceWord(form)) return police(policeAt(this.document, this.clauses, at, this.inOrder))
      const found = form === 'the' ? this.nounAt(at, sentence) : null
      if (found === null && (form === 'the' || form === "'s")) this.lookAhead(at, sentence)
      if (form === 'a' || form === 'an') this.ahead.keep(openLead(this.document, at, sentence))
      return found
    }
    if (form === 'its' || form === 'their') this.ahead.keep(openLead(this.document, at, sentence))
    const sighting = this.sightingAt(at, at + 1, sentence, { form: 'pronoun', pronoun: written })
    const choice = this.choose({
      document: this.document,
      clauses: this.clauses,
      links: this.links,
      pronoun,
      use: useOf(this.document, this.clauses, pronoun, sighting),
      at: sighting,
      referents: this.inOrder,
      speaker: this.speakerOf(sighting.quotation),
      before: this.before.get(pronoun.gender) ?? null,
    })
    if (choice === null) return null
    const { referent } = choice
    if (choice.score >= SURE && isPersonal(pronoun)) referent.gender ??= pronoun.gender
    this.before.set(pronoun.gender, { referent, sighting })
    see(referent, sighting)
    if (!choice.isClear) return null
    const end = short > 0 ? token.start + short : token.end
    return {
      span: { start: token.start, end },
      form: 'pronoun',
      rule: 'coreference/pronoun',
      referent,
      score: choice.score,
    }
  }

  /** Whom "the …" means, by what is said of them, or as the one whom the narrator goes on about. */
  private nounAt(at: number, sentence: number): Found | null {
    const titled = this.titles.at(this.document, at)
    if (titled !== null) return { ...titled, form: 'nominal', rule: 'coreference/title', score: 0.9 }
    const named = nominalAt(this.document, at, () => this.seen(), sentence)
    if (named !== null || this.quotationAt(this.document.tokens[at]?.start ?? 0) !== -1) return named
    const force = police(forceAt(this.document, at, this.inOrder))
    if (force !== null) return force
    const topic = topicAt(this.document, at, () => this.seen(), sentence)
    if (topic === null) return null
    const role = roleOf(this.document, this.clauses, at, topic.last)
    if (role !== 'subject' && role !== 'inverted') return null
    for (const word of topic.titles) topic.referent.titles.add(word)
    addRoles(topic.referent.roles, topic.titles)
    return topic
  }

  /** Keeps a noun that nobody named so far is. */
  private lookAhead(at: number, sentence: number): void {
    if (this.quotationAt(this.document.tokens[at]?.start ?? 0) !== -1) return
    const isFirst = !this.inOrder.some(({ kind, named }) => kind === 'person' && named > 0)
    this.ahead.keep(openAt(this.document, at, sentence, isFirst))
  }

  private isInTitle(sentence: number): boolean {
    return this.document.article.blocks[this.document.sentences[sentence]?.block ?? -1]?.kind === 'title'
  }

  private seen(): Referent[] {
    return this.inOrder.filter(({ sightings }) => sightings.length > 0)
  }

  /** Who is named beside the quotation as its speaker: “…,” said Ruth Keller; Keller said, “…”. */
  private speakerOf(index: number): Referent | null {
    if (this.spokenAt !== index) {
      this.spokenAt = index
      this.spokenBy = speakerBeside(this.document, this.clauses, this.named, index)
    }
    return this.spokenBy
  }

  private add({ span, form, rule, score, referent }: Found): void {
    const { article } = this.document
    const { latest } = referent
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

function police(found: Pick<Found, 'span' | 'referent' | 'score'> | null): Found | null {
  return found === null ? null : { ...found, form: 'nominal', rule: 'coreference/police' }
}

function rootsOf(named: readonly Antecedent[]): Map<string, string> {
  const roots = new Map<string, string>()
  const byId = new Map(named.map((mention) => [mention.id, mention]))
  for (const mention of named) {
    const target = mention.refersTo === null ? undefined : byId.get(mention.refersTo)
    if (target !== undefined) roots.set(mention.id, referentKey(target, roots))
  }
  return roots
}

function see(referent: Referent, sighting: Sighting): void {
  referent.sightings.push(sighting)
  if (sighting.role === 'subject' || sighting.role === 'inverted') referent.subjects += 1
}
