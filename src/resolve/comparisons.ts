import type { Comparison } from '../model/entity.js'
import {
  acronym,
  bodyNameExact,
  legalForm,
  misreadKind,
  nameWithoutLegalForm,
  sameKind,
  wordOverlap,
} from './body-comparisons.js'
import {
  datesApart,
  officeOfTwoPlaces,
  registryId,
  role,
  sameArticle,
  sameAs,
  sharedNeighbours,
} from './context-comparisons.js'
import type { Features } from './features.js'
import type { Pair } from './pair.js'
import { commonName, familyName, gender, givenName, middleName, personNameExact, suffix } from './person-comparisons.js'

/** One named reason, or `null` where it says nothing. */
export type Compare = (pair: Pair) => Comparison | null

/** A comparison and what it counts in log odds: times its score where that is above zero, and below. */
export interface Weighed {
  readonly compare: Compare
  readonly for: number
  readonly against: number
}

/** Log odds before anything is compared: two profiles that share a block key and nothing else are seldom one. */
export const PRIOR = -2

const context: readonly Weighed[] = [
  { compare: registryId, for: 10, against: 12 },
  { compare: sameAs, for: 8, against: 8 },
  { compare: sameArticle, for: 0, against: 12 },
  { compare: datesApart, for: 0.5, against: 0.3 },
]

/** The comparisons of each kind, and of two kinds, in the order in which reasons are listed. */
export const comparisons: Readonly<Record<Features['kind'] | 'mixed', readonly Weighed[]>> = {
  person: [
    { compare: personNameExact, for: 0.5, against: 0 },
    { compare: familyName, for: 2.5, against: 4 },
    { compare: givenName, for: 3, against: 4 },
    { compare: middleName, for: 0.6, against: 5 },
    { compare: commonName, for: 0, against: 4 },
    { compare: suffix, for: 1, against: 8 },
    { compare: gender, for: 0, against: 6 },
    { compare: role, for: 1.5, against: 2 },
    { compare: officeOfTwoPlaces, for: 0, against: 4 },
    { compare: sharedNeighbours, for: 1.8, against: 1.8 },
    ...context,
  ],
  body: [
    { compare: bodyNameExact, for: 1, against: 0 },
    { compare: nameWithoutLegalForm, for: 4.5, against: 0 },
    { compare: legalForm, for: 1, against: 1.5 },
    { compare: wordOverlap, for: 5, against: 4 },
    { compare: acronym, for: 3.5, against: 1 },
    { compare: sameKind, for: 0, against: 1 },
    { compare: sharedNeighbours, for: 1.8, against: 1.2 },
    ...context,
  ],
  place: [
    { compare: bodyNameExact, for: 5, against: 0 },
    { compare: sharedNeighbours, for: 0.5, against: 0.5 },
    ...context,
  ],
  mixed: [
    { compare: misreadKind, for: 4.5, against: 12 },
    { compare: sharedNeighbours, for: 1.8, against: 1.2 },
    ...context,
  ],
}
