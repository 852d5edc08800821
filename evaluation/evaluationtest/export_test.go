package evaluationtest

// CheckAgainst runs the generated cases of one table on the scheme of another, so that
// the tests see them fail.
var CheckAgainst = checkAgainst
