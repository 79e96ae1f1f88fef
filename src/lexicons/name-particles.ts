import { z } from 'zod'
import { loadLexicon } from './load.js'

/**
 * A small word of a person's name that papers write or leave out: "al" of "al-Assad". `reference`: whose names have it.
 * Where it is a given name too ("Al Gore", "Ben Carson"), `before` holds the family names that it goes with, lower-cased.
 */
export const NameParticle = z.object({
  form: z.string(),
  reference: z.string(),
  before: z.array(z.string()).default([]),
})
export interface NameParticle extends z.infer<typeof NameParticle> {}

/** Every particle, lower-cased, sorted. */
export const nameParticles: readonly NameParticle[] = loadLexicon('name-particles', NameParticle)

/** The particles, lower-cased. */
export const nameParticleForms: ReadonlySet<string> = new Set(nameParticles.map((entry) => entry.form))

const FAMILIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  nameParticles.map(({ form, before }) => [form, new Set(before)]),
)
/** "Al Maliki", "Al Shammari": what is from somewhere, in Arabic. */
const FROM_SOMEWHERE = /\p{L}{3}i$/u

/** Whether a particle that begins a name belongs to the family name after it: "Al Thani", "Ben Ali", "Al Maliki". */
export function isParticleOf(particle: string, family: string): boolean {
  if (FAMILIES.get(particle)?.has(family)) return true
  return particle === 'al' && FROM_SOMEWHERE.test(family)
}
