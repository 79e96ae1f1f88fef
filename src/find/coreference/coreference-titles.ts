import { roleByForm } from '../../lexicons/roles.js'
import type { Document } from '../../model/document.js'
import type { Role } from '../../model/mention.js'
import type { Span } from '../../model/span.js'
import { endsPhrase } from './coreference-phrases.js'
import type { Antecedent, Referent } from './coreference-referents.js'

const LONGEST = 7

/** The titles of an article's people as it writes them, of two words and more, and whose each is. */
export class Titles {
  private readonly bearers = new Map<string, Referent[]>()
  private readonly starts: ReadonlySet<number>

  /** `people` are all of the article, named or not. */
  constructor(people: readonly Antecedent[]) {
    this.starts = new Set(people.flatMap((one) => (one.kind === 'person' ? one.roles.map(({ start }) => start) : [])))
  }

  add({ title }: Role, referent: Referent): void {
    const key = title.toLowerCase().replace(/^(?:the|then|new|current) /, '')
    // "Clinton and Trump, the presidential candidates"
    if (!key.includes(' ') || key.split(' ').some((word) => roleByForm.get(word)?.plural === word)) return
    const known = this.bearers.get(key)
    if (known === undefined) this.bearers.set(key, [referent])
    else if (!known.includes(referent)) known.push(referent)
  }

  /** The longest title behind "the" at `at` that one person alone has: "the Archbishop of Canterbury"; null where there is none. */
  at({ tokens, article }: Document, at: number): { span: Span; last: number; referent: Referent } | null {
    if (this.bearers.size === 0) return null
    const [start, from] = [tokens[at]?.start, tokens[at + 1]?.start]
    // "Keller, the deputy mayor": the title itself.
    if (start === undefined || from === undefined || this.starts.has(from)) return null
    for (let last = at + 1 + LONGEST; last > at + 2; last -= 1) {
      const end = tokens[last - 1]?.end
      const bearers = end === undefined ? undefined : this.bearers.get(article.text.slice(from, end).toLowerCase())
      const [referent, other] = bearers ?? []
      if (end === undefined || referent === undefined) continue
      return other === undefined && endsPhrase(tokens, last) ? { span: { start, end }, last, referent } : null
    }
    return null
  }
}
