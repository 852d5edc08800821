package ledger

// DayJSON is how a day is stored.
type DayJSON = dayJSON
