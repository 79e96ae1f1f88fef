import './there-is-no-such-file.js'

export default {}
