package rating

// ResultJSON is how a result is stored.
type ResultJSON = resultJSON
