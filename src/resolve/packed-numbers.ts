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
