/** A growing list of numbers that takes eight bytes for each: a set of boxed numbers takes six times as many. */
export class PackedNumbers {
  #numbers = new Float64Array(1024)
  #count = 0

  push(number: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Float64Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#count] = number
    this.#count += 1
  }

  /** The numbers, ascending, each once; the list must not grow after that. */
  sortedOnce(): Float64Array {
    const sorted = this.#numbers.subarray(0, this.#count).sort()
    let kept = 0
    for (const number of sorted) {
      if (kept > 0 && sorted[kept - 1] === number) continue
      sorted[kept] = number
      kept += 1
    }
    return sorted.subarray(0, kept)
  }
}

/** Which places go with each place, both ways: four bytes for each end of a pair, where a map of lists takes thirty times as many. */
export class PackedPairs {
  readonly #size: number
  #growing: PackedNumbers | null = new PackedNumbers()
  #starts = new Uint32Array(0)
  #others = new Uint32Array(0)

  /** Places are from 0 to `size` - 1. */
  constructor(size: number) {
    this.#size = size
  }

  /** To be told before `of` is asked. */
  add(left: number, right: number): void {
    if (this.#growing === null) throw new Error('Expected all pairs before the first question, got one more.')
    this.#growing.push(left * this.#size + right)
    this.#growing.push(right * this.#size + left)
  }

  /** The places that go with one, ascending, each once. */
  of(place: number): Uint32Array {
    if (this.#growing !== null) this.#pack(this.#growing.sortedOnce())
    const [start = 0, end = 0] = [this.#starts[place], this.#starts[place + 1]]
    return start === end ? NONE : this.#others.subarray(start, end)
  }

  #pack(pairs: Float64Array): void {
    this.#growing = null
    this.#starts = new Uint32Array(this.#size + 1)
    this.#others = new Uint32Array(pairs.length)
    let filled = 0
    for (const [at, pair] of pairs.entries()) {
      const place = Math.floor(pair / this.#size)
      while (filled < place) this.#starts[++filled] = at
      this.#others[at] = pair % this.#size
    }
    while (filled < this.#size) this.#starts[++filled] = pairs.length
  }
}

const NONE = new Uint32Array(0)
