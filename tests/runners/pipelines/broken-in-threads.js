import { isMainThread } from 'node:worker_threads'
import letters from './letters.js'

if (!isMainThread) throw new Error('Loads on the main thread only.')

export default letters
