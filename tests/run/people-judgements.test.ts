import { expect, it } from 'vitest'
import type { Judgement } from '../../src/model/entity.js'
import { onProfiles } from '../../src/run/people-judgements.js'
import { inContext } from '../resolve/build.js'

function said(left: string, right: string): Judgement {
  return { left, right, verdict: 'same', score: 1, by: 'person', comparisons: [] }
}

it('takes a registry id for the first profile that has it, and leaves profile ids as they are', () => {
  const items = [
    inContext(2, { name: 'ICE', kind: 'agency', registryId: 'us-ice' }),
    inContext(1, { name: 'ICE', kind: 'agency', registryId: 'us-ice' }),
    inContext(3, { name: 'Ann Lee', registryId: 'bioguide:L1' }),
  ]
  const [ice, lee] = ['000000000001:agency:0-3', '000000000003:person:0-7']
  const people = [said('000000000009:agency:0-9', 'us-ice'), said('bioguide.L1', 'us-ice'), said('bioguide:L1', 'x')]
  expect(onProfiles(people, items).map(({ left, right }) => [left, right])).toEqual([
    [ice, '000000000009:agency:0-9'],
    [ice, lee],
    [lee, 'x'],
  ])
  expect(onProfiles([], items)).toEqual([])
})
