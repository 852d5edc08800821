// Package duty holds the obligations of the dispatch and the neutral facts that
// discharge them.
package duty
