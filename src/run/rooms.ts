import type { Judgement } from '../model/entity.js'
import type { Duplicates } from './collect.js'

export const FORMAT_NAMES: readonly string[] = []
export const duplicates: Duplicates<null> = { signatureOf: () => null, findDuplicates: () => new Map() }
export function parseJudgements(text: string): Judgement[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}
export async function exportFormats(_formats: readonly string[], _run: object): Promise<void> {}
export async function exportRun(_run: string, _formats: readonly string[]): Promise<string[]> {
  return []
}
