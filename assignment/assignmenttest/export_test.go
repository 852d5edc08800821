package assignmenttest

// The proofs, to be held against values that lie.
var (
	GazetteerFaults = gazetteerFaults
	MatrixFaults    = matrixFaults
	RosterFaults    = rosterFaults
)
