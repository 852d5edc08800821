// Package algebra is the requirement tree of package criteria: what an indicator demands,
// as data. Each file is a stage and uses only the stages before it:
//
//	op.go     the operators and their names
//	node.go   a node, how it is built, what can be asked of it alone
//	place.go  a place: the choices by column, group, year and zone, and a tree in it
//	axes.go   the axes on which a tree depends, and trees over all places
//	cells.go  the cells of a tree with their citations
//	meet.go   cells that no reading can meet together
//	join.go   a province's demand beside the national one
//	supply.go a cell supplied in place of one that is not known
//	words.go  the words of a tree
//	json.go   the JSON of a tree
//
// A word has one meaning here and in package criteria: to settle a tree is to make its
// choices for a place; a cell is one number or condition of the table; a place is one
// combination of column, group, year and zone; a plain tree has no citations; a known cell
// has its numbers.
//
// A node is never changed once it is built. The package trusts its callers to keep to that,
// so its types must not reach the users of package criteria.
package algebra
