package rollup

// What is stored of the answers.
type (
	ResultJSON = resultJSON
	ChangeJSON = changeJSON
)
