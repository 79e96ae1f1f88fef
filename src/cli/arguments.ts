import { InvalidArgumentError } from 'commander'
import { SetupError } from '../model/errors.js'
import { Engine } from '../model/run.js'

/** "csv,gexf" → ["csv", "gexf"]; the option may also be given several times. */
export function list(value: string, before: readonly string[] = []): string[] {
  const items = value.split(',').map((item) => item.trim())
  return [...before, ...items.filter((item) => item !== '')]
}

/** An option that is given once for each file. */
export function files(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

/** A number, in the words of the command line. */
export function number(value: string): number {
  const parsed = Number(value)
  if (value.trim() === '' || !Number.isFinite(parsed)) throw new InvalidArgumentError('Expected a number.')
  return parsed
}

/** The engine asked for. */
export function engine(value: string): Engine {
  const parsed = Engine.safeParse(value)
  if (parsed.success) return parsed.data
  throw new SetupError([`Expected --engine ${Engine.options.join(' or ')}, got "${value}".`])
}

/** The options without those that were not given, as exact optional properties ask. */
export function given<Options extends object>(options: Options): { [Key in keyof Options]: NonNullable<Options[Key]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  // Only keys whose value is missing were left out.
  return Object.fromEntries(entries) as { [Key in keyof Options]: NonNullable<Options[Key]> }
}
