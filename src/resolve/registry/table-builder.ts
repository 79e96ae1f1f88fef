import { SetupError } from '../../model/errors.js'
import type { RegistryEntry, RegistryTables } from '../../model/registry.js'
import { KINDS, printEntry } from './entry-text.js'
import { entryKeys, hashOf } from './name-keys.js'

/** Bytes that all entries' texts may take together: offsets are 32-bit. */
const MOST_BYTES = 2 ** 32 - 1
const MOST_PRIOR = 2 ** 16 - 2
/** UTF-8 needs no more for a UTF-16 unit. */
const BYTES_A_UNIT = 3

type Flat = Uint8Array | Uint16Array | Uint32Array

/** Gathers entries into flat arrays. It lives as long as registry files are read; a million entries take some 0.4 GB. */
export class TableBuilder {
  #text = new Uint8Array(1 << 20)
  #offsets = new Uint32Array(1 << 12)
  #kinds = new Uint8Array(1 << 12)
  #priors = new Uint16Array(1 << 12)
  #heads = new Uint32Array(1 << 14)
  #checks = new Uint32Array(1 << 14)
  #slots: Uint32Array = new Uint32Array(1 << 14)
  #postings = new Uint32Array(1 << 13)
  #next = new Uint32Array(1 << 13)
  readonly #officials: number[] = []
  #count = 0
  #used = 0
  #posted = 0

  /** How many entries there are so far. */
  get count(): number {
    return this.#count
  }

  /**
   * Adds an entry under all its names and identifiers.
   * @throws {SetupError} when all entries together pass 4 GB of text
   */
  add(entry: RegistryEntry): void {
    const number = this.#count
    this.#write(printEntry(entry))
    this.#kinds = room(this.#kinds, number + 1)
    this.#kinds[number] = KINDS.indexOf(entry.kind)
    this.#priors = room(this.#priors, number + 1)
    this.#priors[number] = entry.prior === null ? 0 : Math.min(MOST_PRIOR, Math.max(0, Math.round(entry.prior))) + 1
    if (entry.offices.length > 0) this.#officials.push(number)
    this.#count += 1
    for (const name of [entry.name, ...entry.forms]) {
      for (const key of entryKeys(entry.kind, name)) this.#post(key, number)
    }
    for (const id of [entry.id, ...entry.sameAs]) this.#post(`i${id}`, number)
  }

  /** The tables, over memory that threads can share. */
  finish(): RegistryTables {
    return {
      text: shared(this.#text.subarray(0, this.#offsets[this.#count] ?? 0), Uint8Array),
      offsets: shared(this.#offsets.subarray(0, this.#count + 1), Uint32Array),
      kinds: shared(this.#kinds.subarray(0, this.#count), Uint8Array),
      priors: shared(this.#priors.subarray(0, this.#count), Uint16Array),
      heads: shared(this.#heads, Uint32Array),
      checks: shared(this.#checks, Uint32Array),
      postings: shared(this.#postings.subarray(0, this.#posted), Uint32Array),
      next: shared(this.#next.subarray(0, this.#posted), Uint32Array),
      officials: shared(Uint32Array.from(this.#officials), Uint32Array),
    }
  }

  #write(line: string): void {
    const start = this.#offsets[this.#count] ?? 0
    if (start + line.length * BYTES_A_UNIT > MOST_BYTES)
      throw new SetupError([
        'Expected at most 4 GB of registry entries, got more. Cut the slice to what news speaks of.',
      ])
    this.#text = room(this.#text, start + line.length * BYTES_A_UNIT)
    const { written } = ENCODER.encodeInto(line, this.#text.subarray(start))
    this.#offsets = room(this.#offsets, this.#count + 2)
    this.#offsets[this.#count + 1] = start + written
  }

  #post(key: string, number: number): void {
    const [hash, check] = hashOf(key)
    const slot = this.#slotOf(hash, check)
    const head = this.#heads[slot] ?? 0
    // Several names of one entry may give one key.
    if (head !== 0 && this.#postings[head - 1] === number) return
    this.#postings = room(this.#postings, this.#posted + 1)
    this.#next = room(this.#next, this.#posted + 1)
    this.#postings[this.#posted] = number
    this.#next[this.#posted] = head
    this.#posted += 1
    if (head === 0) this.#used += 1
    this.#heads[slot] = this.#posted
    this.#checks[slot] = check
    this.#slots[slot] = hash
    if (this.#used > this.#heads.length * 0.6) this.#grow()
  }

  #slotOf(hash: number, check: number): number {
    const mask = this.#heads.length - 1
    let slot = hash & mask
    while (this.#heads[slot] !== 0 && this.#checks[slot] !== check) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [heads, checks, slots] = [this.#heads, this.#checks, this.#slots]
    const size = heads.length * 2
    this.#heads = new Uint32Array(size)
    this.#checks = new Uint32Array(size)
    this.#slots = new Uint32Array(size)
    for (let old = 0; old < heads.length; old += 1) {
      const head = heads[old] ?? 0
      if (head === 0) continue
      const [hash, check] = [slots[old] ?? 0, checks[old] ?? 0]
      const slot = this.#slotOf(hash, check)
      this.#heads[slot] = head
      this.#checks[slot] = check
      this.#slots[slot] = hash
    }
  }
}

const ENCODER = new TextEncoder()

/** The array, or a copy twice as long, so that `length` values fit. */
function room<Values extends Flat>(values: Values, length: number): Values {
  if (length <= values.length) return values
  // One of the three kinds of `Flat`, made by the same constructor.
  const Kind = values.constructor as new (length: number) => Values
  const wider = new Kind(Math.max(length, values.length * 2))
  wider.set(values)
  return wider
}

function shared<Values extends Flat>(
  values: Values,
  Kind: { new (buffer: SharedArrayBuffer): Values; readonly BYTES_PER_ELEMENT: number },
): Values {
  const copy = new Kind(new SharedArrayBuffer(values.length * Kind.BYTES_PER_ELEMENT))
  copy.set(values)
  return copy
}
