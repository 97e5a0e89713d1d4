/** For each line of a file, a number: what a file's lines went into, of which there may be a million. */
export class ByLine {
  /** One more than the number; 0 where there is none. */
  #numbers = new Int32Array(1 << 12);

  set(line: number, number: number): void {
    if (line >= this.#numbers.length) {
      const longer = new Int32Array(Math.max(line + 1, 2 * this.#numbers.length));
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[line] = number + 1;
  }

  /** @returns −1 for a line that has none */
  at(line: number): number {
    return (this.#numbers[line] ?? 0) - 1;
  }
}
