import { z } from 'zod'
import { loadLexicon } from './load.js'

/** A small word of a person's name that papers write or leave out: "al" of "al-Assad". `reference`: whose names have it. */
export const NameParticle = z.object({ form: z.string(), reference: z.string() })
export interface NameParticle extends z.infer<typeof NameParticle> {}

/** Every particle, lower-cased, sorted. */
export const nameParticles: readonly NameParticle[] = loadLexicon('name-particles', NameParticle)

/** The particles, lower-cased. */
export const nameParticleForms: ReadonlySet<string> = new Set(nameParticles.map((entry) => entry.form))
